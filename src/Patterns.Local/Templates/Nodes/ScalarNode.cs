namespace Patterns.Local.Templates.Nodes;

/// <summary>A single value: the text, and what the YAML core schema takes it for.</summary>
/// <remarks>Numbers and booleans have their JSON spelling as text.</remarks>
internal sealed class ScalarNode(SourceLocation location, string text, ScalarKind scalarKind = ScalarKind.String)
    : TemplateNode(location, size: 1, isConstant: true, isInvalid: false)
{
    public string Text { get; } = text;

    public ScalarKind ScalarKind { get; } = scalarKind;

    public override string Kind => ScalarKind switch
    {
        ScalarKind.Number => "a number",
        ScalarKind.Boolean => "a boolean",
        ScalarKind.Null => "empty",
        _ => "text",
    };

    public override string ToString() => Text;
}
