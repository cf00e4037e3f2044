namespace Patterns.WebSocketPush;

/// <summary>What a client got that said how far it is.</summary>
/// <param name="State">How it ended.</param>
/// <param name="Last">The topic's last message for <see cref="ResyncState.UpToDate"/> and <see cref="ResyncState.Reload"/>; else the last that was sent.</param>
public readonly record struct ResyncResult(ResyncState State, long Last);
