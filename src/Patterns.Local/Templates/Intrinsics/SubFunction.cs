using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Parsing;

namespace Patterns.Local.Templates.Intrinsics;

/// <summary>Becomes a concatenation of literals, <c>Ref</c> and <c>Fn::GetAtt</c>.</summary>
internal sealed class SubFunction : IIntrinsicFunction
{
    /// <summary>The text and the variables that stand beside it; null when the argument has another form.</summary>
    public static (ScalarNode Text, MappingNode Variables)? Split(TemplateNode argument) => argument switch
    {
        ScalarNode text => (text, MappingNode.Empty(argument.Location)),
        SequenceNode { Items: [ScalarNode text] } => (text, MappingNode.Empty(argument.Location)),
        SequenceNode { Items: [ScalarNode text, MappingNode variables] } => (text, variables),
        _ => null,
    };

    public TemplateNode Fold(IntrinsicNode call, Folding folding)
    {
        if (Split(call.Argument) is not var (text, variables))
        {
            return folding.Fail(call.Location, "Fn::Sub takes a text, or a list of a text and a mapping of variables");
        }

        var values = folding.FoldMapping(variables);
        var parts = SubTemplate.Parse(text.Text).Select(part => Part(part, values, call.Location, folding.Scope));
        var concatenation = NodeFactory.Concat(call.Location, parts);
        return concatenation.Size <= TemplateLimits.Nodes
            ? folding.Fold(concatenation)
            : folding.Fail(call.Location, $"the text has more than {TemplateLimits.Nodes} parts");
    }

    private static TemplateNode Part(SubTemplate.Part part, MappingNode variables, SourceLocation location, TemplateScope scope)
    {
        if (!part.IsVariable)
        {
            return NodeFactory.Text(location, part.Text);
        }

        if (variables[part.Text] is { } variable)
        {
            return variable;
        }

        var isAttribute = part.Text.Contains('.', StringComparison.Ordinal) && !scope.Derived.ContainsKey(part.Text);
        return isAttribute ? Attribute(part.Text, location) : NodeFactory.Ref(location, part.Text);
    }

    private static IntrinsicNode Attribute(string variable, SourceLocation location) =>
        new(location, IntrinsicNames.GetAtt, NodeFactory.Text(location, variable));
}
