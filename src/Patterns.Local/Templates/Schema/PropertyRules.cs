using System.Collections.Frozen;

namespace Patterns.Local.Templates.Schema;

/// <summary>The properties that a resource, an event or a mapping inside of them may have.</summary>
internal sealed class PropertyRules(IEnumerable<PropertyRule> rules)
{
    private readonly FrozenDictionary<string, PropertyRule> _byName = rules.ToFrozenDictionary(rule => rule.Name);

    public IEnumerable<string> Names => _byName.Keys;

    public IEnumerable<string> Required => _byName.Values.Where(rule => rule.IsRequired).Select(rule => rule.Name).Order(StringComparer.Ordinal);

    public PropertyRule? Find(string name) => _byName.GetValueOrDefault(name);
}
