using System.Collections.Immutable;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Sam;

/// <summary>Puts the section 'Globals' under the resources that it is for.</summary>
/// <remarks>Mappings merge key by key, lists follow the global ones, and anything else of the resource wins.</remarks>
internal sealed class GlobalsMerge
{
    private const string TypePrefix = "AWS::Serverless::";

    private static readonly string[] Types =
        ["Api", "CapacityProvider", "Function", "HttpApi", "LayerVersion", "SimpleTable", "StateMachine", "WebSocketApi"];

    private readonly MappingNode _section;

    public GlobalsMerge(TemplateDocument document, DiagnosticBag diagnostics)
    {
        _section = document.Section("Globals");
        if (!document.HasServerlessTransform && !_section.Entries.IsEmpty)
        {
            diagnostics.Add(_section.Location, "the section 'Globals' needs the SAM transform", $"add 'Transform: {TemplateDocument.ServerlessTransform}' at the top of the template");
        }

        foreach (var entry in _section.Entries)
        {
            Check(entry, diagnostics);
        }
    }

    public ResourceDeclaration Apply(ResourceDeclaration resource)
    {
        var isCovered = resource.IsServerless && !resource.IgnoredGlobals.Contains("*");
        return isCovered && _section[resource.Type[TypePrefix.Length..]] is MappingNode globals
            ? resource with { Properties = Merge(Without(globals, resource.IgnoredGlobals), resource.Properties) }
            : resource;
    }

    public MappingNode For(string type) => _section[type] as MappingNode ?? MappingNode.Empty(_section.Location);

    private static void Check(MappingEntry entry, DiagnosticBag diagnostics)
    {
        if (!Types.Contains(entry.Key))
        {
            var hint = Suggestion.For(entry.Key, Types) ?? $"use one of {string.Join(", ", Types)}";
            diagnostics.Add(entry.KeyLocation, $"'{entry.Key}' is no type of the section 'Globals'", hint);
        }
        else if (entry.Value is not MappingNode && !entry.Value.IsInvalid)
        {
            diagnostics.Add(entry.Value.Location, $"'{entry.Key}' of the section 'Globals' must be a mapping, and this is {entry.Value.Kind}");
        }
    }

    private static MappingNode Without(MappingNode globals, IReadOnlyList<string> names) =>
        names.Count == 0 ? globals : new MappingNode(globals.Location, globals.Entries.RemoveAll(entry => names.Contains(entry.Key)));

    private static MappingNode Merge(MappingNode globals, MappingNode own)
    {
        var merged = ImmutableArray.CreateBuilder<MappingEntry>();
        foreach (var entry in globals.Entries)
        {
            merged.Add(own.Find(entry.Key) is { } local ? local with { Value = Merge(entry.Value, local.Value) } : entry);
        }

        merged.AddRange(own.Entries.Where(entry => globals.Find(entry.Key) is null));
        return new MappingNode(own.Location, merged.ToImmutable());
    }

    private static TemplateNode Merge(TemplateNode global, TemplateNode own) => (global, own) switch
    {
        (MappingNode first, MappingNode second) => Merge(first, second),
        (SequenceNode first, SequenceNode second) => new SequenceNode(second.Location, [.. first.Items, .. second.Items]),
        _ => own,
    };
}
