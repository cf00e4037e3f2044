namespace Patterns.Local.Templates.Nodes;

/// <summary>Stands where a mistake was reported, so that it is not reported again by whoever uses the value.</summary>
internal sealed class InvalidNode(SourceLocation location) : TemplateNode(location, size: 1, isConstant: true, isInvalid: true)
{
    public override string Kind => "invalid";
}
