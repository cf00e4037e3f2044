namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary>Receives what happens in an execution.</summary>
internal interface IExecutionHistory
{
    /// <summary>
    /// Takes the next event. Calls come one after the other, in the order of the ids, from any thread, and while the
    /// execution waits: keep it short. An implementation may drop events, as Express workflows without logging do.
    /// </summary>
    void Append(HistoryEvent happened);
}
