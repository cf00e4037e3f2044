namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>What the lists of batches and transactions must be.</summary>
internal static class BatchRules
{
    /// <summary>The tables of a batch, of which there must be some.</summary>
    public static IReadOnlyList<T> Checked<T>(List<T>? requestItems)
    {
        if (requestItems is null)
        {
            throw DynamoDbErrors.NullMember("requestItems");
        }

        return requestItems.Count > 0
            ? requestItems
            : throw DynamoDbErrors.Constraint("{}", "requestItems", "Member must have length greater than or equal to 1");
    }

    /// <summary>The actions of a transaction, of which there must be from 1 to 100.</summary>
    public static IReadOnlyList<T> CheckedActions<T>(List<T>? items)
    {
        if (items is null)
        {
            throw DynamoDbErrors.NullMember("transactItems");
        }

        return items.Count switch
        {
            0 => throw DynamoDbErrors.Constraint("[]", "transactItems", "Member must have length greater than or equal to 1"),
            > DynamoDbLimits.TransactionActions => throw DynamoDbErrors.Constraint(
                $"[{items.Count} items]", "transactItems", FormattableString.Invariant($"Member must have length less than or equal to {DynamoDbLimits.TransactionActions}")),
            _ => items,
        };
    }
}
