namespace Patterns.Local.Functions.Logs;

/// <summary>How an execution of a state machine ended, without its data.</summary>
/// <param name="Machine">The state machine's name.</param>
/// <param name="Execution">The execution's name.</param>
/// <param name="Status">How it ended, as the API spells it.</param>
/// <param name="Duration">From its start to its end.</param>
internal sealed record ExecutionReport(string Machine, string Execution, string Status, TimeSpan Duration)
{
    public string? Error { get; init; }

    /// <summary>The begin of the cause, in one line.</summary>
    public string? Cause { get; init; }

    public bool Succeeded => Status == "SUCCEEDED";
}
