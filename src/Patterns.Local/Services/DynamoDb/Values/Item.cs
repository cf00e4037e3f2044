namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>The attributes of an item, or of a part of one. Immutable: every change makes a new item.</summary>
internal sealed class Item(IReadOnlyDictionary<string, AttributeValue> attributes)
{
    public static Item Empty { get; } = new(new Dictionary<string, AttributeValue>(StringComparer.Ordinal));

    public IReadOnlyDictionary<string, AttributeValue> Attributes { get; } = attributes;

    public AttributeValue? this[string name] => Attributes.GetValueOrDefault(name);
}
