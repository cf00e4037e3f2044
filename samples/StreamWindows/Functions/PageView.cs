namespace StreamWindows.Functions;

/// <summary>Somebody looked at a page.</summary>
/// <param name="Id">Which view it is: a browser that got no answer tells of it again.</param>
/// <param name="Page">The page.</param>
/// <param name="At">When, by the browser's clock; it may tell of it much later.</param>
public sealed record PageView(string Id, string Page, DateTimeOffset At);
