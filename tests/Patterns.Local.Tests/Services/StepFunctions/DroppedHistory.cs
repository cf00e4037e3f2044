using Patterns.Local.Services.StepFunctions.Interpreter.History;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Counts events and keeps none.</summary>
internal sealed class DroppedHistory : IExecutionHistory
{
    public long Count { get; private set; }

    public void Append(HistoryEvent happened) => Count++;
}
