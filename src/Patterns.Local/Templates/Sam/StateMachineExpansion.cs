using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>Turns <c>AWS::Serverless::StateMachine</c> into a state machine, its role and its events.</summary>
/// <remarks>A definition in a file stays a path, which the state machine's creation reads: its text has substitutions.</remarks>
internal sealed class StateMachineExpansion(Expansion expansion)
{
    public const string DefinitionUri = "DefinitionUri";

    public void Expand(ResourceDeclaration declaration)
    {
        var source = declaration.Properties;
        expansion.Check(source, StepFunctionsSchemas.Serverless.Properties, $"resource '{declaration.LogicalId}'", declaration.Type, declaration.Location);
        if (!HasDefinition(declaration))
        {
            return;
        }

        var machine = new StackResource(declaration.LogicalId, StepFunctionsSchemas.StateMachineType, Properties(declaration), declaration.Location)
        {
            Support = ResourceSupport.Emulated,
            Condition = declaration.Condition?.Text,
            DependsOn = [.. declaration.DependsOn.Select(name => name.Text)],
        };
        expansion.Add(machine);
        if (source["Role"] is null)
        {
            expansion.Generate(RoleOf(declaration), "AWS::IAM::Role", MappingNode.Empty(declaration.Location), machine);
        }

        new StateMachineEventExpansion(expansion).Expand(machine, source["Events"] as MappingNode);
    }

    private static string RoleOf(ResourceDeclaration declaration) => $"{declaration.LogicalId}Role";

    private bool HasDefinition(ResourceDeclaration declaration)
    {
        var (inline, file) = (declaration.Properties.Find("Definition"), declaration.Properties.Find(DefinitionUri));
        if ((inline is null) != (file is null))
        {
            return true;
        }

        expansion.Diagnostics.Add(
            file?.KeyLocation ?? declaration.Location,
            $"resource '{declaration.LogicalId}' ({declaration.Type}) needs one of the properties 'Definition' and 'DefinitionUri', and has {(inline is null ? "none" : "both")}");
        return false;
    }

    private MappingNode Properties(ResourceDeclaration declaration)
    {
        var source = declaration.Properties;
        var location = declaration.Location;
        return NodeFactory.Map(
            location,
            ("Definition", source["Definition"]),
            (DefinitionUri, source.Find(DefinitionUri) is { } file ? Existing(file, declaration.LogicalId) : null),
            ("DefinitionSubstitutions", source["DefinitionSubstitutions"]),
            ("StateMachineName", source["Name"]),
            ("StateMachineType", source["Type"]),
            ("RoleArn", source["Role"] ?? NodeFactory.GetAtt(location, RoleOf(declaration), "Arn")));
    }

    private TemplateNode? Existing(MappingEntry file, string logicalId)
    {
        if (file.Value is not ScalarNode { ScalarKind: ScalarKind.String, Text: var written } || written.Contains("://", StringComparison.Ordinal) || written.Contains('\0', StringComparison.Ordinal))
        {
            expansion.Diagnostics.Add(file.Value.Location, $"'{DefinitionUri}' of resource '{logicalId}' is no path on this machine", "give the path of the definition, from the template's folder");
            return null;
        }

        if (!File.Exists(Path.Combine(expansion.Directory, written)))
        {
            expansion.Diagnostics.Add(file.Value.Location, $"'{DefinitionUri}' of resource '{logicalId}' is '{written}', and there is no such file", "paths start from the template's folder");
        }

        return file.Value;
    }
}
