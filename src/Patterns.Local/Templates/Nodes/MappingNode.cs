using System.Collections.Immutable;

namespace Patterns.Local.Templates.Nodes;

/// <summary>Keys and values in the order of the file; no key stands twice.</summary>
internal sealed class MappingNode(SourceLocation location, ImmutableArray<MappingEntry> entries)
    : TemplateNode(
        location,
        1 + entries.Sum(entry => entry.Value.Size),
        entries.All(entry => entry.Value.IsConstant),
        entries.Any(entry => entry.Value.IsInvalid))
{
    private Dictionary<string, MappingEntry>? _index;

    public ImmutableArray<MappingEntry> Entries { get; } = entries;

    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    public override string Kind => "a mapping";

    /// <summary>The value of <paramref name="key"/>, or null when the key is absent.</summary>
    public TemplateNode? this[string key] => Find(key)?.Value;

    public static MappingNode Empty(SourceLocation location) => new(location, []);

    public MappingEntry? Find(string key)
    {
        _index ??= Entries.ToDictionary(entry => entry.Key);
        return _index.GetValueOrDefault(key);
    }
}
