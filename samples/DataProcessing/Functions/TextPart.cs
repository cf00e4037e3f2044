namespace DataProcessing.Functions;

/// <summary>Some lines of a document.</summary>
public sealed record TextPart(string Document, int FirstLine, IReadOnlyList<string> Lines);
