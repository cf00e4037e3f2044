using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns <c>AWS::Serverless::HttpApi</c>, and the HTTP API that SAM makes by itself, into an API and its stage.</summary>
internal sealed class HttpApiExpansion(Expansion expansion)
{
    public const string DefaultStage = "$default";
    public const string ImplicitId = "ServerlessHttpApi";

    private static readonly PropertyRules s_globalAuth = new([ServerlessSchemas.HttpApiAuth]);

    public void Expand(ResourceDeclaration declaration)
    {
        var source = declaration.Properties;
        expansion.Check(source, ServerlessSchemas.HttpApi.Properties, $"resource '{declaration.LogicalId}'", declaration.Type, declaration.Location);
        new OpenApiCheck(expansion, $"resource '{declaration.LogicalId}' ({declaration.Type})").Check(source, "DefinitionBody");
        var api = Api(declaration.LogicalId, source, declaration.Location) with
        {
            Condition = declaration.Condition?.Text,
            DependsOn = [.. declaration.DependsOn.Select(name => name.Text)],
        };
        expansion.Add(api);
        AddStage(api, source);
        AddAuth(api, source);
    }

    /// <summary>Adds the API for events that name none.</summary>
    public void AddImplicit(MappingNode globals, FunctionResource function, SourceLocation location)
    {
        if (!expansion.Contains(ImplicitId))
        {
            var api = Api(ImplicitId, globals, location) with { GeneratedBy = function.LogicalId };
            expansion.Add(api);
            AddStage(api, globals);
            expansion.Check(NodeFactory.Map(location, ("Auth", globals["Auth"])), s_globalAuth, "the API that SAM makes by itself", "AWS::Serverless::HttpApi", location);
            AddAuth(api, globals);
        }
    }

    private static StackResource Api(string logicalId, MappingNode source, SourceLocation location)
    {
        var properties = NodeFactory.Map(
            location,
            [
                ("Name", source["Name"] ?? NodeFactory.Text(location, logicalId)),
                ("ProtocolType", NodeFactory.Text(location, "HTTP")),
                ("Body", source["DefinitionBody"]),
                ("CorsConfiguration", Cors(source["CorsConfiguration"])),
                .. RouteAuth.OfDefinition(logicalId, source),
            ]);
        return new StackResource(logicalId, HttpApiSchemas.Api.Type, properties, location);
    }

    // SAM lets one write true for "every origin".
    private static TemplateNode? Cors(TemplateNode? written) => written switch
    {
        ScalarNode { Text: "true" } => NodeFactory.Map(written.Location, ("AllowOrigins", NodeFactory.List(written.Location, NodeFactory.Text(written.Location, "*")))),
        ScalarNode { Text: "false" } => null,
        _ => written,
    };

    private void AddAuth(StackResource api, MappingNode source)
    {
        new RouteAuth(expansion).Check(source, api.LogicalId);
        new HttpApiAuth(expansion).AddAuthorizers(api, source["Auth"] as MappingNode);
    }

    private void AddStage(StackResource api, MappingNode source)
    {
        var location = api.Location;
        var stage = (source["StageName"] as ScalarNode)?.Text ?? DefaultStage;
        var id = stage == DefaultStage ? $"{api.LogicalId}ApiGatewayDefaultStage" : $"{api.LogicalId}{LogicalIdPart.Of(stage)}Stage";
        var properties = NodeFactory.Map(
            location,
            ("ApiId", NodeFactory.Ref(location, api.LogicalId)),
            ("StageName", NodeFactory.Text(location, stage)),
            ("AutoDeploy", NodeFactory.Flag(location, flag: true)),
            ("StageVariables", source["StageVariables"]),
            ("DefaultRouteSettings", source["DefaultRouteSettings"]),
            ("RouteSettings", source["RouteSettings"]));
        expansion.Generate(id, HttpApiSchemas.Stage.Type, properties, api);
    }
}
