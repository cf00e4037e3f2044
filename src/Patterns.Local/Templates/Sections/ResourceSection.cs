using System.Collections.Immutable;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Parsing;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Templates.Sections;

/// <summary>Reads the section 'Resources'; entries that make no sense are reported and left out.</summary>
internal sealed class ResourceSection(TemplateDocument document, DiagnosticBag diagnostics)
{
    private static readonly string[] Attributes =
    [
        "Type", "Properties", "DependsOn", "Condition", "Metadata", "DeletionPolicy", "UpdatePolicy",
        "UpdateReplacePolicy", "CreationPolicy", "IgnoreGlobals", "Connectors",
    ];

    public IReadOnlyList<ResourceDeclaration> Read()
    {
        var section = document.Section("Resources");
        if (section.Entries.Length > TemplateLimits.Resources)
        {
            diagnostics.Stop(section.Location, $"the template has {section.Entries.Length} resources; CloudFormation takes {TemplateLimits.Resources} at most");
        }

        return [.. section.Entries.Select(ReadEntry).OfType<ResourceDeclaration>()];
    }

    private static bool IsLogicalId(string name) => name.Length is > 0 and <= 255 && name.All(char.IsAsciiLetterOrDigit);

    private ResourceDeclaration? ReadEntry(MappingEntry entry)
    {
        if (entry.Value is InvalidNode)
        {
            return null;
        }

        if (!IsLogicalId(entry.Key))
        {
            diagnostics.Add(entry.KeyLocation, $"'{entry.Key}' is no logical id", "use letters and digits only");
            return null;
        }

        if (entry.Value is not MappingNode body)
        {
            diagnostics.Add(entry.Value.Location, $"resource '{entry.Key}' must be a mapping with the key 'Type', and this is {entry.Value.Kind}");
            return null;
        }

        ReportUnknownAttributes(entry.Key, body);
        return Declare(entry, body);
    }

    private ResourceDeclaration? Declare(MappingEntry entry, MappingNode body)
    {
        var reader = new NodeReader(body, $"resource '{entry.Key}'", diagnostics);
        if (reader.Text("Type") is not { } type)
        {
            ReportMissingType(entry, body);
            return null;
        }

        var typeLocation = body["Type"]!.Location;
        if (!IsUsable(type, entry.Key, typeLocation))
        {
            return null;
        }

        return new ResourceDeclaration(entry.Key, type, typeLocation, reader.Mapping("Properties") ?? MappingNode.Empty(entry.KeyLocation), entry.KeyLocation)
        {
            Condition = reader.Text("Condition") is null ? null : body["Condition"] as ScalarNode,
            DependsOn = ReadDependsOn(entry.Key, body["DependsOn"]),
            IgnoredGlobals = [.. Items(body["IgnoreGlobals"]).OfType<ScalarNode>().Select(name => name.Text)],
        };
    }

    private void ReportMissingType(MappingEntry entry, MappingNode body)
    {
        if (body["Type"] is null)
        {
            diagnostics.Add(entry.KeyLocation, $"resource '{entry.Key}' needs the key 'Type'", "for example 'Type: AWS::SQS::Queue'");
        }
    }

    private bool IsUsable(string type, string logicalId, SourceLocation location)
    {
        if (!ResourceTypes.IsKnown(type))
        {
            diagnostics.Add(location, $"unknown resource type '{type}' of resource '{logicalId}'", Suggestion.For(type, ResourceTypes.All));
            return false;
        }

        var needsTransform = type.StartsWith("AWS::Serverless::", StringComparison.Ordinal) && !document.HasServerlessTransform;
        if (needsTransform)
        {
            diagnostics.Add(location, $"resource type '{type}' needs the SAM transform", $"add 'Transform: {TemplateDocument.ServerlessTransform}' at the top of the template");
        }

        return !needsTransform;
    }

    private List<ScalarNode> ReadDependsOn(string logicalId, TemplateNode? node)
    {
        var names = Items(node);
        foreach (var wrong in names.Where(name => name is not ScalarNode && !name.IsInvalid))
        {
            diagnostics.Add(wrong.Location, $"'DependsOn' of resource '{logicalId}' takes names of resources, and this is {wrong.Kind}");
        }

        return [.. names.OfType<ScalarNode>()];
    }

    private static ImmutableArray<TemplateNode> Items(TemplateNode? node) => node switch
    {
        null => [],
        SequenceNode several => several.Items,
        _ => [node],
    };

    private void ReportUnknownAttributes(string logicalId, MappingNode body)
    {
        foreach (var entry in body.Entries.Where(entry => !Attributes.Contains(entry.Key)))
        {
            var hint = Suggestion.For(entry.Key, Attributes) ?? "does it belong under 'Properties'?";
            diagnostics.Add(entry.KeyLocation, $"'{entry.Key}' is no attribute of resource '{logicalId}'", hint);
        }
    }
}
