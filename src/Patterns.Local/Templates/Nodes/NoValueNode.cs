namespace Patterns.Local.Templates.Nodes;

/// <summary>What <c>AWS::NoValue</c> becomes: the property or item around it is left out.</summary>
internal sealed class NoValueNode(SourceLocation location) : TemplateNode(location, size: 1, isConstant: true, isInvalid: false)
{
    public override string Kind => "AWS::NoValue";
}
