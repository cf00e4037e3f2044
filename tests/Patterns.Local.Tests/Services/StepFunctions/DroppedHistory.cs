using Patterns.Local.Services.StepFunctions.Interpreter.History;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Counts events and keeps none; it can tell how many of them something else keeps.</summary>
internal sealed class DroppedHistory : IExecutionHistory
{
    private const int Sample = 10;

    private readonly List<WeakReference> _sample = [];

    public long Count { get; private set; }

    public int Sampled => _sample.Count;

    /// <summary>How many of every tenth event, with the data that it tells, are still in memory as the execution ends.</summary>
    public int AliveAtTheEnd { get; private set; }

    public void Append(HistoryEvent happened)
    {
        if (++Count % Sample == 0 && happened.Details is { } details)
        {
            _sample.Add(new WeakReference(details is StateEnteredDetails entered ? entered.Input : details));
        }

        if (happened.Type == HistoryEventType.ExecutionSucceeded)
        {
            GC.Collect();
            AliveAtTheEnd = _sample.Count(reference => reference.IsAlive);
        }
    }
}
