namespace Patterns.Local.Replays;

/// <summary>What became of the messages of a queue.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Replays">The failure records, in the order in which they were replayed.</param>
/// <param name="Others">How many messages are no failure records of a stream mapping; they stay.</param>
internal sealed record RedriveResult(string Queue, IReadOnlyList<Replay> Replays, int Others);
