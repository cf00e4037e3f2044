using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Updates;

/// <summary>A new item in the making. The values of the old one stay untouched; what changes is copied along the path.</summary>
internal sealed class ItemEdit(Item before)
{
    private readonly Dictionary<string, AttributeValue> _attributes = new(before.Attributes, StringComparer.Ordinal);

    public Item ToItem() => new(_attributes);

    public AttributeValue? Root(string name) => _attributes.GetValueOrDefault(name);

    /// <summary>Puts a value at the path or, when it is null, takes the one there away. An index beyond a list's end appends.</summary>
    public void Put(DocumentPath path, AttributeValue? value) => Put(_attributes, path.Steps, value);

    private static void Put(Dictionary<string, AttributeValue> attributes, ReadOnlySpan<PathStep> steps, AttributeValue? value)
    {
        var name = steps[0].Name!;
        var changed = steps.Length == 1 ? value : Replace(attributes[name], steps[1..], value);
        if (changed is null)
        {
            attributes.Remove(name);
        }
        else
        {
            attributes[name] = changed;
        }
    }

    private static AttributeValue Replace(AttributeValue container, ReadOnlySpan<PathStep> steps, AttributeValue? value)
    {
        if (container is not MapValue map)
        {
            return ReplaceElement((ListValue)container, steps, value);
        }

        var attributes = new Dictionary<string, AttributeValue>(map.Content.Attributes, StringComparer.Ordinal);
        Put(attributes, steps, value);
        return new MapValue(new Item(attributes));
    }

    private static ListValue ReplaceElement(ListValue list, ReadOnlySpan<PathStep> steps, AttributeValue? value)
    {
        var index = steps[0].Index;
        var elements = new List<AttributeValue>(list.Elements);
        var changed = steps.Length == 1 ? value : Replace(elements[index], steps[1..], value);
        if (changed is null)
        {
            RemoveElement(elements, index);
        }
        else if (index < elements.Count)
        {
            elements[index] = changed;
        }
        else
        {
            elements.Add(changed);
        }

        return new ListValue([.. elements]);
    }

    private static void RemoveElement(List<AttributeValue> elements, int index)
    {
        if (index < elements.Count)
        {
            elements.RemoveAt(index);
        }
    }
}
