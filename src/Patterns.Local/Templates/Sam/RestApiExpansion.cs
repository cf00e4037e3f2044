using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns <c>AWS::Serverless::Api</c>, and the REST API that SAM makes by itself, into an API and its stage.</summary>
internal sealed class RestApiExpansion(Expansion expansion)
{
    public const string ImplicitId = "ServerlessRestApi";
    public const string ImplicitStage = "Prod";

    private static readonly PropertyRules s_globalAuth = new([RestApiSchemas.Auth]);

    public void Expand(ResourceDeclaration declaration)
    {
        var source = declaration.Properties;
        expansion.Check(source, RestApiSchemas.Serverless.Properties, $"resource '{declaration.LogicalId}'", declaration.Type, declaration.Location);
        new OpenApiCheck(expansion, $"resource '{declaration.LogicalId}' ({declaration.Type})").Check(source, "DefinitionBody");
        var api = Api(declaration.LogicalId, source, declaration.Location) with
        {
            Condition = declaration.Condition?.Text,
            DependsOn = [.. declaration.DependsOn.Select(name => name.Text)],
        };
        if (source["DefinitionBody"] is not null && source.Find("MergeDefinitions") is { Value: not ScalarNode { Text: "false" } } merge)
        {
            // Its events say who may call, which would be left out.
            expansion.Diagnostics.Add(merge.KeyLocation, $"'MergeDefinitions' of resource '{declaration.LogicalId}' is not emulated", "write the methods of its events into the definition");
        }

        Add(api, source, source["StageName"]);
    }

    /// <summary>Adds the API for events that name none.</summary>
    public void AddImplicit(StackResource owner, SourceLocation location)
    {
        if (!expansion.Contains(ImplicitId))
        {
            var globals = expansion.Apis.RestApiGlobals;
            var api = Api(ImplicitId, globals, location) with { GeneratedBy = owner.LogicalId };
            expansion.Check(NodeFactory.Map(location, ("Auth", globals["Auth"])), s_globalAuth, "the API that SAM makes by itself", RestApiSchemas.Serverless.Type, location);
            Add(api, globals, NodeFactory.Text(location, ImplicitStage));
        }
    }

    // SAM writes the preflights of CORS into the definition once it knows all paths; here the API answers them by itself.
    private static StackResource Api(string logicalId, MappingNode source, SourceLocation location)
    {
        var properties = NodeFactory.Map(
            location,
            [
                ("Name", source["Name"] ?? NodeFactory.Text(location, logicalId)),
                ("Body", source["DefinitionBody"]),
                ("BinaryMediaTypes", source["BinaryMediaTypes"]),
                ("Cors", source["Cors"] is ScalarNode origin ? NodeFactory.Map(origin.Location, ("AllowOrigin", origin)) : source["Cors"]),
                ("PreflightAuthorizerId", PreflightAuthorizer(logicalId, source["Auth"] as MappingNode)),
                .. RouteAuth.OfDefinition(logicalId, source),
            ]);
        return new StackResource(logicalId, RestApiSchemas.Api.Type, properties, location) { Support = ResourceSupport.Emulated };
    }

    // The id and not a reference, since the authorizer refers to the API.
    private static ScalarNode? PreflightAuthorizer(string logicalId, MappingNode? auth) =>
        auth?["DefaultAuthorizer"] is ScalarNode { Text: not ("NONE" or "AWS_IAM") } name && auth["AddDefaultAuthorizerToCorsPreflight"] is not ScalarNode { Text: "false" }
            ? NodeFactory.Text(name.Location, RouteAuth.IdOf(logicalId, name.Text))
            : null;

    private void Add(StackResource api, MappingNode source, TemplateNode? stageName)
    {
        expansion.Add(api);
        new RouteAuth(expansion).Check(source, api.LogicalId);
        new RestApiAuth(expansion).AddAuthorizers(api, source["Auth"] as MappingNode);
        if (stageName is not ScalarNode { Text: var name })
        {
            return;
        }

        var stage = NodeFactory.Map(
            api.Location,
            ("RestApiId", NodeFactory.Ref(api.Location, api.LogicalId)),
            ("StageName", stageName),
            ("Variables", source["Variables"]),
            ("MethodSettings", source["MethodSettings"]));
        expansion.Generate($"{api.LogicalId}{LogicalIdPart.Of(name)}Stage", RestApiSchemas.Stage.Type, stage, api);
    }
}
