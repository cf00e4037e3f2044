namespace Patterns.Local.Services.Sns.Publishing;

/// <param name="MessageId">The id that subscribers see.</param>
/// <param name="SequenceNumber">For FIFO topics, the place in their order.</param>
internal readonly record struct PublishResult(string MessageId, string? SequenceNumber = null);
