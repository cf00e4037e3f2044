using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

internal sealed class GetAttFunction : IIntrinsicFunction
{
    private const string Form = "'Resource.Attribute' or a list of both";

    /// <summary>The parts of the argument in any of its forms; null when it has another form.</summary>
    public static (string LogicalId, TemplateNode Attribute)? Split(TemplateNode argument) => argument switch
    {
        ScalarNode { Text: var text } when text.IndexOf('.') is > 0 and var dot && dot < text.Length - 1 =>
            (text[..dot], NodeFactory.Text(argument.Location, text[(dot + 1)..])),
        SequenceNode { Items: [ScalarNode { Text: { Length: > 0 } logicalId }, var attribute] } => (logicalId, attribute),
        _ => null,
    };

    public TemplateNode Fold(IntrinsicNode call, Folding folding)
    {
        if (Split(call.Argument) is not var (logicalId, written))
        {
            return folding.Fail(call.Location, $"Fn::GetAtt takes {Form}");
        }

        return folding.Fold(written) switch
        {
            ScalarNode attribute => Resolve(logicalId, attribute.Text, call, folding),
            { IsInvalid: true } => new InvalidNode(call.Location),
            var other => folding.Fail(other.Location, $"the attribute of Fn::GetAtt must be known before resources exist, and this is {other.Kind}"),
        };
    }

    private static TemplateNode Resolve(string logicalId, string attribute, IntrinsicNode call, Folding folding)
    {
        if (folding.References is not { } references)
        {
            return NodeFactory.GetAtt(call.Location, logicalId, attribute);
        }

        return references.GetAtt(logicalId, attribute) is { } value
            ? NodeFactory.Text(call.Location, value)
            : folding.Fail(call.Location, $"resource '{logicalId}' has no attribute '{attribute}'");
    }
}
