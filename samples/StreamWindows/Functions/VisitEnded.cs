namespace StreamWindows.Functions;

/// <summary>A visitor has looked at no page for two minutes.</summary>
public sealed record VisitEnded(string Visitor, DateTimeOffset From, int Views, string FirstPage, string LastPage);
