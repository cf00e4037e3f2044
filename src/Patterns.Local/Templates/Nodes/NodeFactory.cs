using System.Collections.Immutable;

namespace Patterns.Local.Templates.Nodes;

/// <summary>Makes nodes that no one wrote but that follow from what stands at a location.</summary>
internal static class NodeFactory
{
    public static ScalarNode Text(SourceLocation location, string text) => new(location, text);

    public static ScalarNode Number(SourceLocation location, long number) => new(location, number.ToString(), ScalarKind.Number);

    public static ScalarNode Flag(SourceLocation location, bool flag) => new(location, flag ? "true" : "false", ScalarKind.Boolean);

    public static SequenceNode List(SourceLocation location, params IEnumerable<TemplateNode> items) => new(location, [.. items]);

    /// <summary>Entries whose value is null are left out.</summary>
    public static MappingNode Map(SourceLocation location, params IEnumerable<(string Key, TemplateNode? Value)> entries)
    {
        var kept = ImmutableArray.CreateBuilder<MappingEntry>();
        foreach (var (key, value) in entries)
        {
            if (value is not null)
            {
                kept.Add(new MappingEntry(key, value.Location, value));
            }
        }

        return new MappingNode(location, kept.ToImmutable());
    }

    public static IntrinsicNode Ref(SourceLocation location, string logicalId) =>
        new(location, Intrinsics.IntrinsicNames.Ref, Text(location, logicalId));

    public static IntrinsicNode GetAtt(SourceLocation location, string logicalId, string attribute) =>
        new(location, Intrinsics.IntrinsicNames.GetAtt, List(location, Text(location, logicalId), Text(location, attribute)));

    public static IntrinsicNode Concat(SourceLocation location, params IEnumerable<TemplateNode> parts) =>
        new(location, Intrinsics.IntrinsicNames.Join, List(location, Text(location, ""), List(location, parts)));
}
