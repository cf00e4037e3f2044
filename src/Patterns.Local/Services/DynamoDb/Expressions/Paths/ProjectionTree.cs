using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Paths;

/// <summary>Copies the places that paths name out of an item, with the maps and lists around them.</summary>
internal sealed class ProjectionTree
{
    private readonly Dictionary<string, ProjectionTree> _names = new(StringComparer.Ordinal);
    private readonly SortedList<int, ProjectionTree> _indexes = [];
    private bool _takesAll;

    public ProjectionTree(IReadOnlyList<DocumentPath> paths)
    {
        foreach (var path in paths)
        {
            Add(path.Steps);
        }
    }

    private ProjectionTree()
    {
    }

    public Item Select(Item item)
    {
        var selected = new Dictionary<string, AttributeValue>(_names.Count, StringComparer.Ordinal);
        foreach (var (name, below) in _names)
        {
            if (item[name] is { } value && below.Select(value) is { } part)
            {
                selected[name] = part;
            }
        }

        return new Item(selected);
    }

    private void Add(ReadOnlySpan<PathStep> steps)
    {
        var node = this;
        foreach (var step in steps)
        {
            node = node.Next(step);
        }

        node._takesAll = true;
    }

    private ProjectionTree Next(PathStep step)
    {
        var next = step.IsName ? _names.GetValueOrDefault(step.Name!) : _indexes.GetValueOrDefault(step.Index);
        if (next is not null)
        {
            return next;
        }

        next = new ProjectionTree();
        if (step.IsName)
        {
            _names.Add(step.Name!, next);
        }
        else
        {
            _indexes.Add(step.Index, next);
        }

        return next;
    }

    private AttributeValue? Select(AttributeValue value)
    {
        if (_takesAll)
        {
            return value;
        }

        return value switch
        {
            MapValue map when Select(map.Content) is { Attributes.Count: > 0 } part => new MapValue(part),
            ListValue list => SelectElements(list),
            _ => null,
        };
    }

    // The chosen elements close ranks, in the order of the list.
    private ListValue? SelectElements(ListValue list)
    {
        var selected = new List<AttributeValue>(_indexes.Count);
        foreach (var (index, below) in _indexes)
        {
            if (index < list.Elements.Count && below.Select(list.Elements[index]) is { } part)
            {
                selected.Add(part);
            }
        }

        return selected.Count == 0 ? null : new ListValue([.. selected]);
    }
}
