namespace Patterns.Local.Services.Streams;

/// <summary>What a read of a shard found.</summary>
/// <param name="Records">The records, in order.</param>
/// <param name="Next">The position behind them.</param>
/// <param name="SkippedTrimmed">Whether the position asked for had aged out already.</param>
internal sealed record ShardRead(IReadOnlyList<StreamRecord> Records, long Next, bool SkippedTrimmed);
