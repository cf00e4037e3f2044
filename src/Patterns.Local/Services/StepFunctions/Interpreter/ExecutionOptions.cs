namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>The quotas of an execution.</summary>
internal sealed record ExecutionOptions
{
    /// <summary>A Standard workflow: 25,000 events, and the time that the machine says.</summary>
    public static ExecutionOptions Standard { get; } = new();

    /// <summary>An Express workflow: any number of events, at most five minutes.</summary>
    public static ExecutionOptions Express { get; } = new() { MaxEvents = long.MaxValue, MaxDuration = TimeSpan.FromMinutes(5) };

    /// <summary>The execution fails when its history is about to have more events; 25,000 by default.</summary>
    public long MaxEvents { get; init; } = 25_000;

    /// <summary>The execution times out after this time, or the machine's <c>TimeoutSeconds</c> if that is less; one year by default.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromDays(365);

    /// <summary>The most bytes of an input, an output or a task's result; 256 KiB by default.</summary>
    public int MaxPayloadBytes { get; init; } = 256 * 1024;

    /// <summary>The most bytes of one variable, and of all that one <c>Assign</c> sets; 256 KiB by default.</summary>
    public int MaxVariableBytes { get; init; } = 256 * 1024;

    /// <summary>The most bytes of all variables of an execution; 10 MiB by default.</summary>
    public long MaxAllVariablesBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>The most iterations of one Map state that run at the same time; 40 by default.</summary>
    public int MaxConcurrency { get; init; } = 40;

    /// <summary>What retries with jitter draw from; null for a seed of the process.</summary>
    public int? RandomSeed { get; init; }

    /// <summary>The region that the history names; <c>us-east-1</c> by default.</summary>
    public string Region { get; init; } = "us-east-1";
}
