namespace Periodical.Demo;

/// <summary>A close of the books: the minutes from one moment to the one before another.</summary>
internal sealed record Close(DateTimeOffset From, DateTimeOffset To, decimal Sales, int Times);
