using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>Applies an update to an item in memory.</summary>
internal static class UpdateRules
{
    public static TableItem Apply(TableUpdate update, TableItem? before, TableOperation operation)
    {
        var attributes = new Dictionary<string, TableValue>(before?.Attributes ?? new Dictionary<string, TableValue>(), StringComparer.Ordinal);
        foreach (var action in update.Actions)
        {
            if (After(action, attributes.GetValueOrDefault(action.Attribute), operation) is { } value)
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

    private static TableValue? After(TableAction action, TableValue? before, TableOperation operation) => action.Kind switch
    {
        TableActionKind.Set => action.Value,
        TableActionKind.SetIfMissing => before ?? action.Value,
        TableActionKind.Remove => null,
        TableActionKind.Add => Sum(Expect(before, TableValueKind.Number, action, operation)?.GetDecimal() ?? 0, action, operation),
        TableActionKind.AddToSet => With(Expect(before, TableValueKind.StringSet, action, operation), action.Value!),
        TableActionKind.RemoveFromSet => Without(Expect(before, TableValueKind.StringSet, action, operation), action.Value!),
        _ => throw new ArgumentException($"The action kind {action.Kind} is unknown.", nameof(action)),
    };

    private static TableValue? Expect(TableValue? before, TableValueKind kind, TableAction action, TableOperation operation) =>
        before is null || before.Kind == kind
            ? before
            : throw operation.Refuse($"The attribute '{action.Attribute}' is a {before.Kind}; {action.Kind} is for a {kind}.");

    /// <summary>DynamoDB counts with 38 digits, more than a decimal has: a sum that would lose some is refused here.</summary>
    private static TableValue Sum(decimal before, TableAction action, TableOperation operation)
    {
        var added = action.Value!.GetDecimal();
        try
        {
            var sum = before + added;
            return sum - before == added && sum - added == before
                ? TableValue.From(sum)
                : throw operation.Refuse($"The attribute '{action.Attribute}' would have more digits than fit in a decimal.");
        }
        catch (OverflowException)
        {
            throw operation.Refuse($"The attribute '{action.Attribute}' would be greater than fits in a decimal.");
        }
    }

    private static TableValue With(TableValue? before, TableValue added) =>
        TableValue.SetOf([.. before?.GetStringSet() ?? Enumerable.Empty<string>(), .. added.GetStringSet()]);

    private static TableValue? Without(TableValue? before, TableValue removed)
    {
        var left = before?.GetStringSet().Where(text => !removed.GetStringSet().Contains(text)).ToArray() ?? [];
        return left.Length > 0 ? TableValue.SetOf(left) : null;
    }
}
