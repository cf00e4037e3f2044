using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Transactions;

/// <summary>Carries out several writes, or none of them.</summary>
internal static class WriteTransaction
{
    /// <exception cref="TransactionCanceledException">One of the writes may not be; none is done.</exception>
    public static WriteOutcome[] Run(IReadOnlyList<ItemWrite> writes)
    {
        using var locks = new TableLocks(writes.Select(write => write.Table));
        var prepared = Prepare(writes);
        var outcomes = new WriteOutcome[writes.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = writes[i].Table.Apply(prepared[i]);
        }

        return outcomes;
    }

    private static PreparedWrite[] Prepare(IReadOnlyList<ItemWrite> writes)
    {
        var prepared = new PreparedWrite[writes.Count];
        CancellationReason[]? reasons = null;
        for (var i = 0; i < prepared.Length; i++)
        {
            try
            {
                prepared[i] = writes[i].Table.Prepare(writes[i]);
            }
            catch (AwsException error) when (ReasonOf(error) is { } reason)
            {
                reasons ??= [.. Enumerable.Repeat(CancellationReason.None, prepared.Length)];
                reasons[i] = reason;
            }
        }

        return reasons is null ? prepared : throw new TransactionCanceledException(reasons);
    }

    private static CancellationReason? ReasonOf(AwsException error) => error switch
    {
        ConditionalCheckFailedException failed => new CancellationReason("ConditionalCheckFailed", failed.Message, failed.Item),
        { Code: "ValidationException" } => new CancellationReason("ValidationError", error.Message, null),
        _ => null,
    };
}
