namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>Learns how executions end, for people who watch.</summary>
internal interface IExecutionLog
{
    /// <summary>The execution has ended; called once for each.</summary>
    void Ended(Execution execution);
}
