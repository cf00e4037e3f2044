namespace Patterns.Local.Templates;

/// <summary>A place in a template; lines and columns count from 1, and 0 means the file as a whole.</summary>
internal readonly record struct SourceLocation(string File, int Line, int Column)
{
    public static SourceLocation Of(string file) => new(file, 0, 0);

    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
