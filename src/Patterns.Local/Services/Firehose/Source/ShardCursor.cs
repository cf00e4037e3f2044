namespace Patterns.Local.Services.Firehose.Source;

/// <summary>How far a delivery stream has read a shard.</summary>
/// <param name="position">The first record to read.</param>
internal sealed class ShardCursor(long position)
{
    public long Position { get; set; } = position;

    /// <summary>Whether the shard is closed and all of it is read, so that its children are next.</summary>
    public bool IsFinished { get; set; }
}
