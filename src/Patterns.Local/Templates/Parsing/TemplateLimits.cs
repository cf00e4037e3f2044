namespace Patterns.Local.Templates.Parsing;

/// <summary>What a template may be at most; the first two are CloudFormation's own limits.</summary>
internal static class TemplateLimits
{
    public const int Bytes = 1024 * 1024;
    public const int Resources = 500;

    /// <summary>How deep values may nest.</summary>
    public const int Depth = 64;

    /// <summary>How many nodes a template may have once its aliases are written out.</summary>
    public const int Nodes = 200_000;

    /// <summary>How long a text may become when functions put it together.</summary>
    public const int TextLength = Bytes;
}
