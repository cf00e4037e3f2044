using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns an HttpApi event into a route and the integration that it leads to.</summary>
internal sealed class HttpApiEventExpansion(Expansion expansion)
{
    public void Expand(FunctionEvent item, FunctionResource function)
    {
        if (RouteKey(item) is not { } routeKey)
        {
            return;
        }

        var api = Api(item, function);
        var integration = $"{function.LogicalId}{item.Name}Integration";
        expansion.Generate(integration, HttpApiSchemas.Integration.Type, Integration(item, function, api), function);
        var target = NodeFactory.Concat(item.Location, NodeFactory.Text(item.Location, "integrations/"), NodeFactory.Ref(item.Location, integration));
        var route = NodeFactory.Map(
            item.Location,
            [
                ("ApiId", api),
                ("RouteKey", NodeFactory.Text(item.Location, routeKey)),
                ("Target", target),
                (EventSays.Auth, item.Properties["Auth"] is MappingNode { Entries.IsEmpty: false } auth ? NodeFactory.Flag(auth.Location, flag: true) : null),
                (EventSays.Format, item.Properties["PayloadFormatVersion"]),
                .. new RouteAuth(expansion).Of(item, api),
            ]);
        expansion.Generate($"{function.LogicalId}{item.Name}Route", HttpApiSchemas.Route.Type, route, function);
    }

    private TemplateNode Api(FunctionEvent item, FunctionResource function)
    {
        var named = item.Properties["ApiId"] is ScalarNode { Text: var id } name ? NodeFactory.Ref(name.Location, id) : item.Properties["ApiId"];
        if ((named is null || ApiDeclarations.IdIn(named) == HttpApiExpansion.ImplicitId) && expansion.Apis.Declares(HttpApiExpansion.ImplicitId))
        {
            // Which of the two says who may call would be a guess.
            expansion.Diagnostics.Add(item.Location, $"event '{item.Name}' leads to '{HttpApiExpansion.ImplicitId}', which SAM makes by itself in place of the declared one", "give the declared API another logical id");
        }
        else if (named is null)
        {
            new HttpApiExpansion(expansion).AddImplicit(expansion.Apis.HttpApiGlobals, function, item.Location);
        }

        return named ?? NodeFactory.Ref(item.Location, HttpApiExpansion.ImplicitId);
    }

    private static MappingNode Integration(FunctionEvent item, FunctionResource function, TemplateNode api) => NodeFactory.Map(
        item.Location,
        ("ApiId", api),
        ("IntegrationType", NodeFactory.Text(item.Location, "AWS_PROXY")),
        ("IntegrationUri", NodeFactory.GetAtt(item.Location, function.LogicalId, "Arn")),
        ("PayloadFormatVersion", item.Properties["PayloadFormatVersion"] ?? NodeFactory.Text(item.Location, "2.0")),
        ("TimeoutInMillis", item.Properties["TimeoutInMillis"]));

    private string? RouteKey(FunctionEvent item)
    {
        var path = item.Properties["Path"] as ScalarNode;
        var method = item.Properties["Method"] as ScalarNode;
        if (path is null && method is null)
        {
            return HttpApiExpansion.DefaultStage;
        }

        if (path is null || method is null)
        {
            return Fail(item.Location, $"event '{item.Name}' has only one of 'Path' and 'Method'", "give both, or none for the $default route");
        }

        if (path.Text == HttpApiExpansion.DefaultStage)
        {
            return path.Text;
        }

        return Key(path, item);
    }

    private string? Key(ScalarNode path, FunctionEvent item)
    {
        if (!path.Text.StartsWith('/'))
        {
            return Fail(path.Location, $"the path '{path}' must start with '/'");
        }

        return HttpMethodName.Read(item, expansion) is { } verb ? $"{verb} {path}" : null;
    }

    private string? Fail(SourceLocation location, string message, string? hint = null)
    {
        expansion.Diagnostics.Add(location, message, hint);
        return null;
    }
}
