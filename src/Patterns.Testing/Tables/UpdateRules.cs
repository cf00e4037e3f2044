using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>Applies an update to an item in memory.</summary>
internal static class UpdateRules
{
    public static TableItem Apply(TableUpdate update, TableItem? before)
    {
        var attributes = new Dictionary<string, TableValue>(before?.Attributes ?? new Dictionary<string, TableValue>(), StringComparer.Ordinal);
        foreach (var action in update.Actions)
        {
            if (After(action, attributes.GetValueOrDefault(action.Attribute)) is { } value)
            {
                attributes[action.Attribute] = value;
            }
            else
            {
                attributes.Remove(action.Attribute);
            }
        }

        return new TableItem(update.Key, attributes) { ExpiresAt = update.ExpiresAt ?? before?.ExpiresAt };
    }

    private static TableValue? After(TableAction action, TableValue? before) => action.Kind switch
    {
        TableActionKind.Set => action.Value,
        TableActionKind.SetIfMissing => before ?? action.Value,
        TableActionKind.Remove => null,
        TableActionKind.Add => TableValue.From((before?.GetDecimal() ?? 0) + action.Value!.GetDecimal()),
        TableActionKind.AddToSet => TableValue.SetOf([.. before?.GetStringSet() ?? Enumerable.Empty<string>(), .. action.Value!.GetStringSet()]),
        TableActionKind.RemoveFromSet => before is null ? null : Without(before.GetStringSet(), action.Value!.GetStringSet()),
        _ => throw new ArgumentException($"The action kind {action.Kind} is unknown.", nameof(action)),
    };

    private static TableValue? Without(IReadOnlySet<string> set, IReadOnlySet<string> removed)
    {
        var left = set.Where(text => !removed.Contains(text)).ToArray();
        return left.Length > 0 ? TableValue.SetOf(left) : null;
    }
}
