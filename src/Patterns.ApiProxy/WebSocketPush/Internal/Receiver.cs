using Patterns.Tables;

namespace Patterns.WebSocketPush.Internal;

/// <summary>A client, and the item by which it was found; null when it was named.</summary>
internal readonly record struct Receiver(string ConnectionId, TableKey? FoundBy);
