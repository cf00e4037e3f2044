namespace Patterns.Local.Tests.Triggers.Streams;

/// <summary>A mapping, its records, and what goes wrong.</summary>
/// <param name="Records">The records in the order of the stream.</param>
/// <param name="BatchSize">The most records of a batch.</param>
/// <param name="Lanes">The parallelization factor.</param>
/// <param name="Retries">The retries of a batch.</param>
/// <param name="Bisects">Whether failed batches are split.</param>
/// <param name="Reports">Whether the function reports failures.</param>
/// <param name="ThrottleEvery">Each so many calls, there is no place for the function.</param>
/// <param name="SplitsShard">Whether the shard is closed half-way and continued by a child.</param>
/// <param name="ChangesMapping">Whether the mapping is disabled, changed and enabled while it reads.</param>
internal sealed record StreamPlan(
    RecordPlan[] Records, int BatchSize, int Lanes, int Retries, bool Bisects, bool Reports, int ThrottleEvery, bool SplitsShard, bool ChangesMapping);
