using System.Collections.Immutable;
using Patterns.Local.Templates.Intrinsics;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Parsing;

/// <summary>Makes nodes from what a parser read: finds duplicate keys and function calls, and keeps the limits.</summary>
internal sealed class NodeBuilder(DiagnosticBag diagnostics)
{
    public void CheckDepth(SourceLocation location, int depth)
    {
        if (depth > TemplateLimits.Depth)
        {
            diagnostics.Stop(location, $"values nest deeper than {TemplateLimits.Depth} levels");
        }
    }

    public SequenceNode Sequence(SourceLocation location, ImmutableArray<TemplateNode> items) =>
        Checked(new SequenceNode(location, items));

    /// <summary>A mapping, or the call that a mapping with the single key <c>Fn::…</c> or <c>Ref</c> means.</summary>
    public TemplateNode Mapping(SourceLocation location, IReadOnlyList<MappingEntry> entries)
    {
        var mapping = Checked(new MappingNode(location, WithoutDuplicates(entries)));
        return mapping.Entries is [var only] && IntrinsicNames.IsLongForm(only.Key)
            ? Call(only.KeyLocation, only.Key, only.Value)
            : WithoutMixedCalls(mapping);
    }

    public TemplateNode Call(SourceLocation location, string name, TemplateNode argument)
    {
        if (!IntrinsicNames.IsKnown(name))
        {
            diagnostics.Add(location, $"function '{name}' is not known", Suggestion.For(name, IntrinsicNames.All));
            return new InvalidNode(location);
        }

        if (IntrinsicNames.IsMacro(name))
        {
            RefuseMacro(location, name);
            return new InvalidNode(location);
        }

        return Checked(new IntrinsicNode(location, name, argument));
    }

    private ImmutableArray<MappingEntry> WithoutDuplicates(IReadOnlyList<MappingEntry> entries)
    {
        var seen = new Dictionary<string, MappingEntry>(entries.Count);
        var kept = ImmutableArray.CreateBuilder<MappingEntry>(entries.Count);
        foreach (var entry in entries)
        {
            if (seen.TryAdd(entry.Key, entry))
            {
                kept.Add(entry);
                continue;
            }

            var first = seen[entry.Key].KeyLocation;
            diagnostics.Add(entry.KeyLocation, $"key '{entry.Key}' stands twice; the first is in line {first.Line}", "rename or remove one");
        }

        return kept.ToImmutable();
    }

    private MappingNode WithoutMixedCalls(MappingNode mapping)
    {
        var calls = mapping.Entries.Where(entry => entry.Key.StartsWith("Fn::", StringComparison.Ordinal)).ToList();
        foreach (var call in calls)
        {
            if (IntrinsicNames.IsMacro(call.Key))
            {
                RefuseMacro(call.KeyLocation, call.Key);
                continue;
            }

            diagnostics.Add(call.KeyLocation, $"'{call.Key}' must be the only key of its mapping", "check the indentation of the keys around it");
        }

        return calls.Count == 0 ? mapping : new MappingNode(mapping.Location, mapping.Entries.RemoveRange(calls));
    }

    private void RefuseMacro(SourceLocation location, string name) =>
        diagnostics.Add(location, $"{name} needs a macro that runs at AWS", "write out what it would generate");

    private TNode Checked<TNode>(TNode node)
        where TNode : TemplateNode
    {
        if (node.Size > TemplateLimits.Nodes)
        {
            diagnostics.Stop(node.Location, $"the template has more than {TemplateLimits.Nodes} values once its aliases are written out");
        }

        return node;
    }
}
