using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns the names under <c>Identity</c> of an authorizer into identity sources.</summary>
/// <param name="request">What stands before a part of the request.</param>
/// <param name="other">What stands before a stage variable or a part of the context.</param>
internal sealed class IdentityExpansion(string request, string other)
{
    /// <summary>The sources as a list; null when there is none.</summary>
    public SequenceNode? List(MappingNode identity)
    {
        var sources = Sources(identity).ToList();
        return sources.Count == 0 ? null : NodeFactory.List(identity.Location, sources);
    }

    private IEnumerable<ScalarNode> Sources(MappingNode identity) =>
    [
        .. Named(identity, "Headers", $"{request}header."),
        .. Named(identity, "QueryStrings", $"{request}querystring."),
        .. Named(identity, "StageVariables", $"{other}stageVariables."),
        .. Named(identity, "Context", $"{other}context."),
    ];

    private static IEnumerable<ScalarNode> Named(MappingNode identity, string property, string prefix) =>
        (identity[property] as SequenceNode)?.Items.OfType<ScalarNode>().Select(name => NodeFactory.Text(name.Location, prefix + name.Text)) ?? [];
}
