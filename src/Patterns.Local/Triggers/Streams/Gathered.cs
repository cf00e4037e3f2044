namespace Patterns.Local.Triggers.Streams;

/// <summary>What a lane has to do next.</summary>
/// <param name="Batch">The records for the function; may be empty.</param>
/// <param name="ClosesWindow">Whether the window that is open after the batch is over.</param>
/// <param name="IsEnd">Whether the shard has nothing more, now or ever.</param>
internal readonly record struct Gathered(IReadOnlyList<BatchEntry> Batch, bool ClosesWindow, bool IsEnd);
