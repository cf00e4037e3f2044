namespace StreamWindows.Functions;

/// <summary>So many views of a page in a minute became known in one window.</summary>
public sealed record MinuteCount(string Page, DateTimeOffset Minute, int Views);
