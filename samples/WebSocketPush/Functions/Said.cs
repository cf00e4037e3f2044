namespace WebSocketPush.Functions;

/// <summary>What a client sends: <c>{"action":"say","room":"room/tea","id":"1","text":"hello"}</c>.</summary>
public sealed record Said(string Room, string Id, string Text);
