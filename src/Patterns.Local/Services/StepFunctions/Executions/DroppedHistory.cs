using Patterns.Local.Services.StepFunctions.Interpreter.History;

namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>Keeps nothing: Express executions have no history that the API shows.</summary>
internal sealed class DroppedHistory : IExecutionHistory
{
    public static readonly DroppedHistory Instance = new();

    public void Append(HistoryEvent happened)
    {
    }
}
