namespace Patterns.Local.Templates.Nodes;

/// <summary>A call of an intrinsic function, in one form for <c>!Sub</c> and <c>Fn::Sub</c>.</summary>
/// <param name="name">The long name: <c>Ref</c>, <c>Condition</c> or <c>Fn::…</c>.</param>
internal sealed class IntrinsicNode(SourceLocation location, string name, TemplateNode argument)
    : TemplateNode(location, 1 + argument.Size, isConstant: false, argument.IsInvalid)
{
    public string Name { get; } = name;

    public TemplateNode Argument { get; } = argument;

    public override string Kind => $"a call of {Name}";

    public IntrinsicNode With(TemplateNode argument) => new(Location, Name, argument);
}
