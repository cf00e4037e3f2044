namespace WebSocketPush.Functions;

/// <summary>What everyone in the room gets. One that was sent twice has the same id.</summary>
public sealed record Line(string Id, string User, string Text);
