namespace Patterns.WebSocketPush;

/// <summary>What became of a message to a topic.</summary>
/// <param name="Sequence">Its number in the topic, beginning with 1 and without gaps.</param>
/// <param name="Report">What became of the push to those who are subscribed.</param>
public readonly record struct PublishResult(long Sequence, PushReport Report);
