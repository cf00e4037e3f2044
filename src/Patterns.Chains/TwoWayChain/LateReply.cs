namespace Patterns.TwoWayChain;

/// <summary>A reply that came after its request had timed out.</summary>
/// <param name="Outcome">What it says: <see cref="ReplyAttributes.Succeeded"/> or what became of the request instead.</param>
/// <param name="Body">Its bytes as text.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record LateReply(string Outcome, string Body, DateTimeOffset ReceivedAt);
