using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Paths;

/// <summary>A place in an item: an attribute, or an element of the maps and lists in it.</summary>
internal sealed class DocumentPath(PathStep[] steps) : IEquatable<DocumentPath>
{
    public PathStep[] Steps { get; } = steps;

    /// <summary>The top-level attribute.</summary>
    public string Root => Steps[0].Name!;

    public bool IsNested => Steps.Length > 1;

    public AttributeValue? Find(Item item)
    {
        var value = item[Root];
        for (var i = 1; i < Steps.Length && value is not null; i++)
        {
            value = Step(value, Steps[i]);
        }

        return value;
    }

    /// <summary>The map or list that holds the place, or would; null when there is none of the kind that the path needs.</summary>
    public AttributeValue? FindParent(Item item)
    {
        var value = item[Root];
        for (var i = 1; i < Steps.Length - 1 && value is not null; i++)
        {
            value = Step(value, Steps[i]);
        }

        return Steps[^1].IsName ? value as MapValue : value as ListValue;
    }

    public bool Equals(DocumentPath? other) => other is not null && Steps.AsSpan().SequenceEqual(other.Steps);

    public override bool Equals(object? obj) => Equals(obj as DocumentPath);

    public override int GetHashCode() => HashCode.Combine(Root, Steps.Length);

    public override string ToString() => $"[{string.Join(", ", Steps)}]";

    private static AttributeValue? Step(AttributeValue value, PathStep step)
    {
        if (step.IsName)
        {
            return (value as MapValue)?.Content[step.Name!];
        }

        return value is ListValue list && step.Index < list.Elements.Count ? list.Elements[step.Index] : null;
    }
}
