using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Updates;

/// <summary>Applies the actions of an update to an item. All of them see the item, and its list positions, as it was before.</summary>
internal static class UpdateRun
{
    public static Item Apply(UpdateAction[] actions, Item before)
    {
        var writes = Evaluate(actions, before);
        var edit = new ItemEdit(before);
        foreach (var (path, value) in InOrder(writes, before))
        {
            edit.Put(path, value);
        }

        CheckDepth(actions, edit);
        return edit.ToItem();
    }

    // The values of SET come first: an error in one of them precedes one in a path.
    private static (DocumentPath Path, AttributeValue? Value)[] Evaluate(UpdateAction[] actions, Item before)
    {
        var assigned = Array.ConvertAll(actions, action => action.IsSet ? action.Evaluate(before) : null);
        var writes = new (DocumentPath, AttributeValue?)[actions.Length];
        for (var i = 0; i < actions.Length; i++)
        {
            CheckPath(actions[i].Path, before);
            writes[i] = (actions[i].Path, actions[i].IsSet ? assigned[i] : actions[i].Evaluate(before));
        }

        return writes;
    }

    private static void CheckPath(DocumentPath path, Item before)
    {
        if (path.IsNested && path.FindParent(before) is null)
        {
            throw UpdateErrors.InvalidPath();
        }
    }

    private static IEnumerable<(DocumentPath Path, AttributeValue? Value)> InOrder(
        (DocumentPath Path, AttributeValue? Value)[] writes, Item before)
    {
        if (!Array.Exists(writes, write => IsElement(write.Path)))
        {
            return writes;
        }

        // First what leaves all positions alone; then what grows lists, from the lowest index; then removals, from the highest.
        return writes.OrderBy(write => StageOf(write.Path, write.Value, before))
            .ThenBy(write => write, Comparer<(DocumentPath Path, AttributeValue? Value)>.Create(
                (one, other) => one.Value is null ? ComparePositions(other.Path, one.Path) : ComparePositions(one.Path, other.Path)));
    }

    private static bool IsElement(DocumentPath path) => !path.Steps[^1].IsName;

    private static int StageOf(DocumentPath path, AttributeValue? value, Item before)
    {
        if (!IsElement(path))
        {
            return 0;
        }

        var isInside = path.Steps[^1].Index < ((ListValue)path.FindParent(before)!).Elements.Count;
        return value is null ? 2 : isInside ? 0 : 1;
    }

    private static int ComparePositions(DocumentPath one, DocumentPath other)
    {
        for (var i = 0; i < one.Steps.Length && i < other.Steps.Length; i++)
        {
            var order = string.CompareOrdinal(one.Steps[i].Name, other.Steps[i].Name);
            order = order != 0 ? order : one.Steps[i].Index.CompareTo(other.Steps[i].Index);
            if (order != 0)
            {
                return order;
            }
        }

        return one.Steps.Length - other.Steps.Length;
    }

    private static void CheckDepth(UpdateAction[] actions, ItemEdit edit)
    {
        foreach (var action in actions)
        {
            if (edit.Root(action.Path.Root)?.Depth > AttributeValue.MaxDepth)
            {
                throw ValueErrors.TooDeep();
            }
        }
    }
}
