namespace Patterns.Local.Replays;

/// <summary>A message that was received and is invisible to others meanwhile.</summary>
/// <param name="Receipt">To delete it, or to give it back.</param>
/// <param name="Failed">The records that it is about; null when it is no failure record of a stream mapping.</param>
internal sealed record HeldMessage(string Receipt, FailedRecords? Failed);
