using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sam;

/// <summary>The REST API that SAM makes for events which name none; not emulated, but outputs refer to it.</summary>
internal static class RestApi
{
    private const string LogicalId = "ServerlessRestApi";

    public static void AddImplicit(FunctionEvent item, FunctionResource function, Expansion expansion)
    {
        if (item.Type == EventSchemas.Api && item.Properties["RestApiId"] is null && !expansion.Contains(LogicalId))
        {
            expansion.Generate(LogicalId, "AWS::ApiGateway::RestApi", MappingNode.Empty(item.Location), function);
            expansion.Generate($"{LogicalId}ProdStage", "AWS::ApiGateway::Stage", MappingNode.Empty(item.Location), function);
        }
    }
}
