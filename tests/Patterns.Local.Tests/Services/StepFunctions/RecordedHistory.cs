using System.Collections.Concurrent;
using Patterns.Local.Services.StepFunctions.Interpreter.History;

namespace Patterns.Local.Tests.Services.StepFunctions;

internal sealed class RecordedHistory : IExecutionHistory
{
    private readonly ConcurrentQueue<HistoryEvent> _events = [];

    public IReadOnlyList<HistoryEvent> Events => [.. _events];

    public IEnumerable<string> Types => _events.Select(happened => happened.Type.ToString());

    public void Append(HistoryEvent happened) => _events.Enqueue(happened);

    public T Details<T>()
        where T : EventDetails => Events.Select(happened => happened.Details).OfType<T>().Last();

    /// <summary>One line an event: id, previous id and type.</summary>
    public string[] Lines() => [.. _events.Select(happened => $"{happened.Id} {happened.PreviousEventId} {happened.Type}")];
}
