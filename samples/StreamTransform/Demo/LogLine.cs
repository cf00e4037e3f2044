namespace StreamTransform.Demo;

/// <summary>A line of the log, and the visitor whose lines keep their order.</summary>
internal sealed record LogLine(string Visitor, string Text);
