using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns <c>AWS::Serverless::WebSocketApi</c> into an API, its stage, its authorizer, and a route with an integration for each key.</summary>
internal sealed class WebSocketApiExpansion(Expansion expansion)
{
    public const string DefaultStage = "default";
    private const string Connect = "$connect";
    private const string Custom = "CUSTOM";
    private const string Nobody = "NONE";

    public void Expand(ResourceDeclaration declaration)
    {
        var source = declaration.Properties;
        expansion.Check(source, WebSocketSchemas.Serverless.Properties, $"resource '{declaration.LogicalId}'", declaration.Type, declaration.Location);
        var api = Api(declaration);
        expansion.Add(api);
        AddStage(api, source);
        var authorizer = AddAuthorizer(api, source);
        foreach (var route in (source["Routes"] as MappingNode ?? MappingNode.Empty(api.Location)).Entries)
        {
            AddRoute(api, route, authorizer);
        }
    }

    private static StackResource Api(ResourceDeclaration declaration)
    {
        var (source, location) = (declaration.Properties, declaration.Location);
        var properties = NodeFactory.Map(
            location,
            ("Name", source["Name"] ?? NodeFactory.Text(location, declaration.LogicalId)),
            ("ProtocolType", NodeFactory.Text(location, "WEBSOCKET")),
            ("RouteSelectionExpression", source["RouteSelectionExpression"]));
        return new StackResource(declaration.LogicalId, HttpApiSchemas.Api.Type, properties, location)
        {
            Condition = declaration.Condition?.Text,
            DependsOn = [.. declaration.DependsOn.Select(name => name.Text)],
        };
    }

    private void AddStage(StackResource api, MappingNode source)
    {
        var stage = source["StageName"] ?? NodeFactory.Text(api.Location, DefaultStage);
        var properties = NodeFactory.Map(
            api.Location,
            ("ApiId", NodeFactory.Ref(api.Location, api.LogicalId)),
            ("StageName", stage),
            ("AutoDeploy", NodeFactory.Flag(api.Location, flag: true)),
            ("StageVariables", source["StageVariables"]),
            ("DefaultRouteSettings", source["DefaultRouteSettings"]),
            ("RouteSettings", source["RouteSettings"]));
        expansion.Generate($"{api.LogicalId}{LogicalIdPart.Of((stage as ScalarNode)?.Text ?? "")}Stage", HttpApiSchemas.Stage.Type, properties, api);
    }

    private (TemplateNode? Type, TemplateNode? Id) AddAuthorizer(StackResource api, MappingNode source)
    {
        var reader = new AuthReader(expansion.Diagnostics);
        var auth = reader.Mapping(source, $"resource '{api.LogicalId}'");
        var type = reader.Scalar(auth, "AuthType", $"resource '{api.LogicalId}'");
        if (auth is not { Entries.IsEmpty: false })
        {
            return (null, null);
        }

        Check(api, auth, type, source["Routes"] as MappingNode);
        if (type is not { Text: Custom })
        {
            return (type, null);
        }

        var id = $"{api.LogicalId}Authorizer";
        var properties = NodeFactory.Map(
            auth.Location,
            ("ApiId", NodeFactory.Ref(auth.Location, api.LogicalId)),
            ("AuthorizerType", NodeFactory.Text(auth.Location, "REQUEST")),
            ("AuthorizerUri", auth["AuthArn"]),
            ("IdentitySource", auth["IdentitySource"]));
        expansion.Generate(id, HttpApiSchemas.Authorizer.Type, properties, api);
        return (type, NodeFactory.Ref(auth.Location, id));
    }

    // Each of these would leave everybody in, though the template speaks of an authorizer.
    private void Check(StackResource api, MappingNode auth, ScalarNode? type, MappingNode? routes)
    {
        if (type is null && auth["AuthType"] is not IntrinsicNode)
        {
            expansion.Diagnostics.Add(auth.Location, $"'Auth' of resource '{api.LogicalId}' has no 'AuthType'", "say AuthType: CUSTOM with an 'AuthArn', or NONE");
        }
        else if (type is { Text: Nobody } && auth["AuthArn"] is { } arn)
        {
            expansion.Diagnostics.Add(arn.Location, $"'Auth' of resource '{api.LogicalId}' has an 'AuthArn' that 'AuthType: {Nobody}' does not ask", "say AuthType: CUSTOM");
        }

        if (type is not { Text: Nobody } && routes is not null && routes[Connect] is null)
        {
            expansion.Diagnostics.Add(auth.Location, $"'Auth' of resource '{api.LogicalId}' is for the route '{Connect}', and there is none", "add the route: its authorizer is asked when a client connects");
        }
    }

    private void AddRoute(StackResource api, MappingEntry entry, (TemplateNode? Type, TemplateNode? Id) authorizer)
    {
        if (entry.Value is not MappingNode route)
        {
            expansion.Diagnostics.Add(entry.Value.Location, $"the route '{entry.Key}' must be a mapping with the key 'FunctionArn', and this is {entry.Value.Kind}");
            return;
        }

        expansion.Check(route, WebSocketSchemas.Routes, $"route '{entry.Key}' of resource '{api.LogicalId}'", WebSocketSchemas.Serverless.Type, entry.KeyLocation);
        var (name, location) = ($"{api.LogicalId}{LogicalIdPart.Of(entry.Key)}", route.Location);
        var isConnect = entry.Key == Connect;
        var integration = NodeFactory.Map(
            location,
            ("ApiId", NodeFactory.Ref(location, api.LogicalId)),
            ("IntegrationType", NodeFactory.Text(location, "AWS_PROXY")),
            ("IntegrationUri", route["FunctionArn"]),
            ("TimeoutInMillis", route["IntegrationTimeout"]));
        expansion.Generate($"{name}Integration", HttpApiSchemas.Integration.Type, integration, api);
        expansion.Generate($"{name}Permission", LambdaSchemas.Permission.Type, MappingNode.Empty(location), api);
        var properties = NodeFactory.Map(
            location,
            ("ApiId", NodeFactory.Ref(location, api.LogicalId)),
            ("RouteKey", NodeFactory.Text(entry.KeyLocation, entry.Key)),
            ("RouteResponseSelectionExpression", route["RouteResponseSelectionExpression"]),
            ("AuthorizationType", isConnect ? authorizer.Type : null),
            ("AuthorizerId", isConnect ? authorizer.Id : null),
            ("Target", NodeFactory.Concat(location, NodeFactory.Text(location, "integrations/"), NodeFactory.Ref(location, $"{name}Integration"))));
        expansion.Generate($"{name}Route", HttpApiSchemas.Route.Type, properties, api);
    }
}
