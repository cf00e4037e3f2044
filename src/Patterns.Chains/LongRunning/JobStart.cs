namespace Patterns.LongRunning;

/// <summary>What became of a start.</summary>
/// <param name="IsNew">Whether the job was started now; false when one of this id was there.</param>
/// <param name="Status">How the job stands.</param>
public sealed record JobStart(bool IsNew, JobStatus Status);
