using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Schema;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>Reads the typed view of a function from plain Lambda properties.</summary>
internal sealed class FunctionReader(Expansion expansion)
{
    /// <summary>The function, or null when a mistake was reported without which it would make no sense.</summary>
    /// <param name="code">The property that says where the code is.</param>
    public FunctionResource? Read(ResourceDeclaration declaration, MappingNode properties, MappingEntry? code)
    {
        var settings = new NodeReader(properties, $"resource '{declaration.LogicalId}'", expansion.Diagnostics);
        if (settings.Text("PackageType") == "Image")
        {
            expansion.Diagnostics.Add(properties["PackageType"]!.Location, $"resource '{declaration.LogicalId}' is a container image, which cannot run here", "use PackageType Zip with a .NET project");
            return null;
        }

        expansion.Check(declaration.Properties, ResourceSchemas.Find(declaration.Type)!.Properties, $"resource '{declaration.LogicalId}'", declaration.Type, declaration.Location);
        CheckRuntime(declaration, properties["Runtime"]);
        var codePath = code is null ? null : new CodePath(expansion).Resolve(code, declaration.LogicalId);
        if (codePath is null || Known(properties["Handler"], "Handler") is not { } handler || Known(properties["Runtime"], "Runtime") is not { } runtime)
        {
            return null;
        }

        return new FunctionResource(declaration.LogicalId, properties, declaration.Location)
        {
            Condition = declaration.Condition?.Text,
            DependsOn = [.. declaration.DependsOn.Select(name => name.Text)],
            CodePath = codePath,
            CodeLocation = code!.Value.Location,
            Handler = handler.Text,
            HandlerLocation = handler.Location,
            Runtime = runtime.Text,
            FunctionName = properties["FunctionName"],
            Timeout = TimeSpan.FromSeconds(Number(properties, "Timeout") ?? 3),
            MemoryMegabytes = Number(properties, "MemorySize") ?? 128,
            ReservedConcurrentExecutions = Number(properties, "ReservedConcurrentExecutions"),
            Environment = Variables(properties),
            DeadLetterTarget = (properties["DeadLetterConfig"] as MappingNode)?["TargetArn"],
            Architectures = Architectures(properties),
        };
    }

    private void CheckRuntime(ResourceDeclaration declaration, TemplateNode? runtime)
    {
        if (runtime is ScalarNode { Text: var name } && !LambdaSchemas.Runtimes.Contains(name))
        {
            expansion.Diagnostics.Add(
                runtime.Location,
                $"runtime '{name}' of resource '{declaration.LogicalId}' cannot run here",
                $"use one of {string.Join(", ", LambdaSchemas.Runtimes)}");
        }
    }

    private ScalarNode? Known(TemplateNode? node, string property)
    {
        if (node is IntrinsicNode)
        {
            expansion.Diagnostics.Add(node.Location, $"'{property}' must be known before resources exist, and this needs a resource");
        }

        return node as ScalarNode;
    }

    private int? Number(MappingNode properties, string name) =>
        Known(properties[name], name) is { } scalar && int.TryParse(scalar.Text, out var number) ? number : null;

    private static Dictionary<string, TemplateNode> Variables(MappingNode properties)
    {
        var variables = (properties["Environment"] as MappingNode)?["Variables"] as MappingNode;
        return variables?.Entries.ToDictionary(entry => entry.Key, entry => entry.Value) ?? [];
    }

    private static List<string> Architectures(MappingNode properties) =>
        properties["Architectures"] is SequenceNode { Items: { IsEmpty: false } items }
            ? [.. items.OfType<ScalarNode>().Select(item => item.Text)]
            : ["x86_64"];
}
