namespace Patterns.Local.Templates.Nodes;

/// <summary>A value of a template and where it stands. Immutable, so aliases share one node.</summary>
internal abstract class TemplateNode(SourceLocation location, long size, bool isConstant, bool isInvalid)
{
    public SourceLocation Location { get; } = location;

    /// <summary>How many nodes this is once every alias is written out.</summary>
    public long Size { get; } = size;

    /// <summary>True when no function call is inside, so that the value is already known.</summary>
    public bool IsConstant { get; } = isConstant;

    /// <summary>True when a part of it was reported as wrong already.</summary>
    public bool IsInvalid { get; } = isInvalid;

    /// <summary>What it is, in the words of an error message.</summary>
    public abstract string Kind { get; }
}
