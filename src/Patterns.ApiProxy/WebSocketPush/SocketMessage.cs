namespace Patterns.WebSocketPush;

/// <summary>A message of a connected client.</summary>
/// <param name="ConnectionId">The client's connection.</param>
/// <param name="User">The user that it was registered for.</param>
/// <param name="Text">The message as it came.</param>
public sealed record SocketMessage(string ConnectionId, string User, string Text);
