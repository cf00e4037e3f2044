namespace Patterns.DataProcessing;

/// <summary>How many parts ended how. For a complete job, parts = loaded + rejected + dead-lettered.</summary>
/// <param name="Parts">How many the job was split into; null when the split did not come to its end.</param>
/// <param name="Loaded">Parts with a result.</param>
/// <param name="Rejected">Hopeless parts.</param>
/// <param name="DeadLettered">Parts that came to the dead-letter queue.</param>
/// <param name="Missing">Parts of which nothing was heard; 0 where <paramref name="Parts"/> is not known.</param>
/// <param name="Surplus">Parts whose numbers the job does not have: the split was not the same at every run.</param>
public sealed record JobCounts(int? Parts, int Loaded, int Rejected, int DeadLettered, int Missing, int Surplus);
