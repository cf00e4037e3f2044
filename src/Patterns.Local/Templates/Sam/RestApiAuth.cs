using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sam;

/// <summary>Makes the authorizers of a REST API.</summary>
internal sealed class RestApiAuth(Expansion expansion)
{
    private static readonly PropertyRules s_lambda = new(
    [
        PropertyRule.Any("FunctionArn").Required,
        PropertyRule.OneOf("FunctionPayloadType", "TOKEN", "REQUEST"),
        PropertyRule.Map(
            "Identity", PropertyRule.Text("Header"), PropertyRule.Text("ValidationExpression"), PropertyRule.Number("ReauthorizeEvery", 0, 3600),
            PropertyRule.List("Headers"), PropertyRule.List("QueryStrings"), PropertyRule.List("StageVariables"), PropertyRule.List("Context")),
        .. PropertyRule.NoLocalMeaning("DisableFunctionDefaultPermissions", "FunctionInvokeRole"),
    ]);

    /// <summary>Adds the authorizers that the API's property <c>Auth</c> names.</summary>
    public void AddAuthorizers(StackResource api, MappingNode? auth)
    {
        foreach (var entry in (auth?["Authorizers"] as MappingNode)?.Entries ?? [])
        {
            if (entry.Value is not MappingNode settings)
            {
                expansion.Diagnostics.Add(entry.Value.Location, $"authorizer '{entry.Key}' of resource '{api.LogicalId}' must be a mapping, and this is {entry.Value.Kind}");
            }
            else if (settings["UserPoolArn"] is not null)
            {
                expansion.Diagnostics.Add(entry.KeyLocation, $"authorizer '{entry.Key}' of resource '{api.LogicalId}' needs Cognito, which is not emulated", "take a Lambda authorizer");
            }
            else
            {
                expansion.Check(settings, s_lambda, $"authorizer '{entry.Key}' of resource '{api.LogicalId}'", "LambdaAuthorizer", entry.KeyLocation);
                expansion.Generate(RouteAuth.IdOf(api.LogicalId, entry.Key), RestApiSchemas.Authorizer.Type, Authorizer(api, entry, settings), api);
            }
        }
    }

    private static MappingNode Authorizer(StackResource api, MappingEntry entry, MappingNode settings)
    {
        var location = entry.KeyLocation;
        var identity = settings["Identity"] as MappingNode;
        var isRequest = settings["FunctionPayloadType"] is ScalarNode { Text: "REQUEST" };
        return NodeFactory.Map(
            location,
            ("RestApiId", NodeFactory.Ref(location, api.LogicalId)),
            ("Name", NodeFactory.Text(location, entry.Key)),
            ("Type", NodeFactory.Text(location, isRequest ? "REQUEST" : "TOKEN")),
            ("AuthorizerUri", settings["FunctionArn"]),
            ("IdentitySource", isRequest ? RequestIdentity(identity) : Header(location, identity)),
            ("IdentityValidationExpression", identity?["ValidationExpression"]),
            ("AuthorizerResultTtlInSeconds", identity?["ReauthorizeEvery"]));
    }

    private static ScalarNode Header(SourceLocation location, MappingNode? identity) =>
        NodeFactory.Text(location, $"method.request.header.{(identity?["Header"] as ScalarNode)?.Text ?? "Authorization"}");

    private static ScalarNode? RequestIdentity(MappingNode? identity) => identity is not null && new IdentityExpansion("method.request.", "").List(identity) is { } sources
        ? NodeFactory.Text(sources.Location, string.Join(", ", sources.Items.Cast<ScalarNode>().Select(source => source.Text)))
        : null;
}
