namespace Patterns.Local.Services.Streams;

/// <summary>A shard that is gone with all of its records.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Records">How many records it ever had.</param>
internal sealed record AgedShard(string Id, long Records);
