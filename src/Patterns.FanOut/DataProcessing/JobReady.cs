namespace Patterns.DataProcessing;

/// <summary>Tells the reducer to look at a job, because it may be at its end. Coming twice, or too early, it does no harm.</summary>
/// <param name="JobId">The job.</param>
public sealed record JobReady(string JobId);
