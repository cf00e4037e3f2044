namespace Patterns.WebSocketPush;

/// <summary>What became of one message to several clients.</summary>
/// <param name="Sent">How many the service took.</param>
/// <param name="Gone">How many clients were gone; those are registered no longer.</param>
/// <param name="Missed">How many did not get it: throttled to the end, too slow, too large or failed. Their resync brings it to them.</param>
public readonly record struct PushReport(int Sent, int Gone, int Missed);
