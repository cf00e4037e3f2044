using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Transactions;

/// <summary>Makes the reads or writes of a transaction from its actions.</summary>
internal static class TransactionParts
{
    /// <param name="actions">The actions.</param>
    /// <param name="parse">Checks what needs no table: all actions pass it before the first table is looked up.</param>
    /// <param name="service">The tables.</param>
    /// <exception cref="TransactionCanceledException">An action's key is none of its table's.</exception>
    public static T[] Make<T>(IReadOnlyList<TransactionAction> actions, Func<TransactionAction, Func<DynamoDbService, T>> parse, DynamoDbService service)
    {
        Func<DynamoDbService, T>[] parsed = [.. actions.Select(parse)];
        var parts = new T[parsed.Length];
        CancellationReason[]? reasons = null;
        for (var i = 0; i < parts.Length; i++)
        {
            try
            {
                parts[i] = parsed[i](service);
            }
            catch (KeyMismatchException error)
            {
                reasons ??= [.. Enumerable.Repeat(CancellationReason.None, parts.Length)];
                reasons[i] = new CancellationReason("ValidationError", error.Message, null);
            }
        }

        return reasons is null ? parts : throw new TransactionCanceledException(reasons);
    }

    /// <exception cref="AwsException">Two actions are about one item.</exception>
    public static void CheckDistinct(IEnumerable<(Table Table, StorageKey Place)> items)
    {
        foreach (var ofTable in items.GroupBy(item => item.Table, item => item.Place))
        {
            if (ofTable.Distinct(StoragePlaces.Instance).Count() != ofTable.Count())
            {
                throw DynamoDbErrors.Validation("Transaction request cannot include multiple operations on one item");
            }
        }
    }
}
