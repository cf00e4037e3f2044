namespace Patterns.Local.Services.StepFunctions;

/// <summary>The quotas of the service, and what the runner keeps of executions that have ended.</summary>
internal sealed record StepFunctionsLimits
{
    public const int NameLength = 80;
    public const int ArnLength = 256;
    public const int DefinitionLength = 1_048_576;
    public const int PayloadBytes = 262_144;
    public const int TokenLength = 2048;
    public const int ErrorLength = 256;
    public const int CauseLength = 32_768;
    public const int PageSize = 1000;
    public const int DefaultPageSize = 100;

    public static StepFunctionsLimits Default { get; } = new();

    /// <summary>How long an execution that has ended is kept, with its name: 90 days.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Executions that run at the same time; the service has 1,000,000 for Standard ones, one machine has less room: 100,000.</summary>
    public int RunningExecutions { get; init; } = 100_000;

    /// <summary>Executions of an account that have ended and are kept; beyond, the oldest is forgotten with its name: 100,000.</summary>
    public int EndedExecutions { get; init; } = 100_000;

    /// <summary>Bytes of the histories of executions that have ended; beyond, the oldest history is dropped: 256 MB.</summary>
    public long HistoryBytes { get; init; } = 256 * 1024 * 1024;
}
