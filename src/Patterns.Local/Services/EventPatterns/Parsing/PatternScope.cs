namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>Where in a pattern the parser is, and the alternatives that conditions found there belong to.</summary>
internal readonly record struct PatternScope(List<Alternative> Alternatives, string Path, int Depth)
{
    public bool IsInsideOr { get; init; }

    public bool IsTop => Depth == 1 && !IsInsideOr;

    public string PathTo(string key) => Depth == 1 ? key : $"{Path}.{key}";

    public PatternScope Below(string key) => this with { Path = PathTo(key), Depth = Depth + 1 };
}
