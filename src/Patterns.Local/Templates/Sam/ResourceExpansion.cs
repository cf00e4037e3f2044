using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns a declared resource, whose properties are folded, into plain ones.</summary>
internal sealed class ResourceExpansion(Expansion expansion)
{
    public void Expand(ResourceDeclaration declaration)
    {
        switch (declaration.Type)
        {
            case "AWS::Serverless::Function":
                new FunctionExpansion(expansion).Expand(declaration);
                break;
            case "AWS::Serverless::HttpApi":
                new HttpApiExpansion(expansion).Expand(declaration);
                break;
            case "AWS::Serverless::Api":
                new RestApiExpansion(expansion).Expand(declaration);
                break;
            case "AWS::Serverless::WebSocketApi":
                new WebSocketApiExpansion(expansion).Expand(declaration);
                break;
            case StepFunctionsSchemas.ServerlessType:
                new StateMachineExpansion(expansion).Expand(declaration);
                break;
            case "AWS::ApiGatewayV2::Api" or "AWS::ApiGateway::RestApi":
                new OpenApiCheck(expansion, $"resource '{declaration.LogicalId}' ({declaration.Type})").Check(declaration.Properties, "Body");
                AddPlain(declaration);
                break;
            case FunctionResource.TypeName:
                AddFunction(declaration);
                break;
            default:
                AddPlain(declaration);
                break;
        }
    }

    private void AddFunction(ResourceDeclaration declaration)
    {
        if (new FunctionReader(expansion).Read(declaration, declaration.Properties, declaration.Properties.Find("Code")) is { } function)
        {
            expansion.Add(function);
        }
    }

    private void AddPlain(ResourceDeclaration declaration)
    {
        var support = ResourceSchemas.SupportOf(declaration.Type);
        if (ResourceSchemas.Find(declaration.Type) is { } schema)
        {
            expansion.Check(declaration.Properties, schema.Properties, $"resource '{declaration.LogicalId}'", declaration.Type, declaration.Location);
        }
        else if (support == ResourceSupport.NotEmulated)
        {
            expansion.Warnings.Add(declaration.TypeLocation, $"resource type '{declaration.Type}' is not emulated yet: '{declaration.LogicalId}' will not exist");
        }

        expansion.Add(new StackResource(declaration.LogicalId, declaration.Type, declaration.Properties, declaration.Location)
        {
            Support = support,
            Condition = declaration.Condition?.Text,
            DependsOn = [.. declaration.DependsOn.Select(name => name.Text)],
        });
    }
}
