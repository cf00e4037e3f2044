namespace Patterns.WebSocketPush;

/// <summary>A client that wants to connect.</summary>
/// <param name="ConnectionId">The id that it will have.</param>
/// <param name="Principal">Who it is, as the authorizer of <c>$connect</c> says; null without an authorizer.</param>
/// <param name="Query">The parameters of its address, the last one of each name.</param>
public sealed record SocketRequest(string ConnectionId, string? Principal, IReadOnlyDictionary<string, string> Query);
