using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns an Api event into a method of a REST API that calls the function.</summary>
internal sealed class RestApiEventExpansion(Expansion expansion)
{
    public void Expand(FunctionEvent item, FunctionResource function)
    {
        if (HttpMethodName.Read(item, expansion) is not { } method || item.Properties["Path"] is not ScalarNode path)
        {
            return;
        }

        if (!path.Text.StartsWith('/'))
        {
            expansion.Diagnostics.Add(path.Location, $"the path '{path}' must start with '/'");
            return;
        }

        var api = Api(item, function);
        var properties = NodeFactory.Map(
            item.Location,
            [
                ("RestApiId", api),
                ("ResourcePath", path),
                ("HttpMethod", NodeFactory.Text(item.Location, method)),
                ("Integration", Integration(item, function)),
                (EventSays.OverridesAuth, (item.Properties["Auth"] as MappingNode)?["OverrideApiAuth"]),
                .. new RouteAuth(expansion).Of(item, api),
            ]);
        expansion.Generate($"{function.LogicalId}{item.Name}Method", RestApiSchemas.Method.Type, properties, function);
    }

    private static MappingNode Integration(FunctionEvent item, FunctionResource function) => NodeFactory.Map(
        item.Location,
        ("Type", NodeFactory.Text(item.Location, "AWS_PROXY")),
        ("Uri", NodeFactory.GetAtt(item.Location, function.LogicalId, "Arn")),
        ("TimeoutInMillis", item.Properties["TimeoutInMillis"]));

    private TemplateNode Api(FunctionEvent item, FunctionResource function)
    {
        var named = item.Properties["RestApiId"] is ScalarNode { Text: var id } name ? NodeFactory.Ref(name.Location, id) : item.Properties["RestApiId"];
        if ((named is null || ApiDeclarations.IdIn(named) == RestApiExpansion.ImplicitId) && expansion.Apis.Declares(RestApiExpansion.ImplicitId))
        {
            // Which of the two says who may call would be a guess.
            expansion.Diagnostics.Add(item.Location, $"event '{item.Name}' leads to '{RestApiExpansion.ImplicitId}', which SAM makes by itself in place of the declared one", "give the declared API another logical id");
        }
        else if (named is null)
        {
            new RestApiExpansion(expansion).AddImplicit(function, item.Location);
        }

        return named ?? NodeFactory.Ref(item.Location, RestApiExpansion.ImplicitId);
    }
}
