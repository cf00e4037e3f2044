using Patterns.Local.Templates.Intrinsics;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>The dotted names that SAM lets one refer to: a function's alias and version, and an API's stage.</summary>
/// <remarks>There is one version of a function here, so alias and version are qualifiers of the function's ARN.</remarks>
internal static class DerivedReferences
{
    public static void Declare(ResourceDeclaration resource, Folding folding)
    {
        if (resource.Type == "AWS::Serverless::Function" && FoldedText(resource, "AutoPublishAlias", folding) is { } alias)
        {
            folding.Scope.Derived[$"{resource.LogicalId}.Alias"] = Qualified(resource, alias);
            folding.Scope.Derived[$"{resource.LogicalId}.Version"] = Qualified(resource, "1");
        }

        if (resource.Type == "AWS::Serverless::Api" && FoldedText(resource, "StageName", folding) is { } restStage)
        {
            folding.Scope.Derived[$"{resource.LogicalId}.Stage"] = NodeFactory.Text(resource.Location, restStage);
        }

        if (resource.Type == "AWS::Serverless::HttpApi")
        {
            var stage = FoldedText(resource, "StageName", folding) ?? HttpApiExpansion.DefaultStage;
            folding.Scope.Derived[$"{resource.LogicalId}.Stage"] = NodeFactory.Text(resource.Location, stage);
        }

        if (resource.Type == "AWS::Serverless::WebSocketApi")
        {
            var stage = FoldedText(resource, "StageName", folding) ?? WebSocketApiExpansion.DefaultStage;
            folding.Scope.Derived[$"{resource.LogicalId}.Stage"] = NodeFactory.Text(resource.Location, stage);
        }
    }

    private static string? FoldedText(ResourceDeclaration resource, string property, Folding folding) =>
        resource.Properties[property] is { } value && folding.Fold(value) is ScalarNode text ? text.Text : null;

    private static IntrinsicNode Qualified(ResourceDeclaration function, string qualifier) => NodeFactory.Concat(
        function.Location,
        NodeFactory.GetAtt(function.Location, function.LogicalId, "Arn"),
        NodeFactory.Text(function.Location, $":{qualifier}"));
}
