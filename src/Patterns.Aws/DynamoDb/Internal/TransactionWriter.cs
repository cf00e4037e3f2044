using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Writes a transaction.</summary>
internal sealed class TransactionWriter(IAmazonDynamoDB client, DynamoDbTable asked, RequestRetries retries)
{
    private readonly TableOperation _operation = new(asked.Name, "TransactWriteItems");

    public async Task<TableTransactionResult> WriteAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken)
    {
        var request = new TransactWriteItemsRequest
        {
            // With a token, sending again does no harm when the reply was lost.
            ClientRequestToken = token ?? Guid.NewGuid().ToString(),
            TransactItems = [.. writes.Select(write => TransactionItem.Of(write, asked.OfSameStore(write)))],
        };
        return await retries.RunAsync(_operation, isRepeatable: true, cancellation => SendAsync(request, writes, cancellation), cancellationToken).ConfigureAwait(false);
    }

    private async Task<TableTransactionResult> SendAsync(TransactWriteItemsRequest request, IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        try
        {
            await client.TransactWriteItemsAsync(request, cancellationToken).ConfigureAwait(false);
            return TableTransactionResult.Success;
        }
        catch (TransactionCanceledException cancelled) when (cancelled.CancellationReasons?.Count == writes.Count)
        {
            return Refused(cancelled, writes);
        }
    }

    private TableTransactionResult Refused(TransactionCanceledException cancelled, IReadOnlyList<TableWrite> writes)
    {
        var reasons = cancelled.CancellationReasons;
        var errors = reasons.Index().Where(reason => !CancellationCodes.IsHarmless(reason.Item.Code)).ToArray();
        if (errors.Length > 0)
        {
            throw Failure(cancelled, writes, errors);
        }

        return new TableTransactionResult(
        [
            .. reasons.Index()
                .Where(reason => reason.Item.Code == CancellationCodes.ConditionalCheckFailed)
                .Select(reason => new TableRefusal(reason.Index, asked.OfSameStore(writes[reason.Index]).Items.Read(reason.Item.Item, _operation))),
        ]);
    }

    /// <summary>The failure of the write that will never succeed, or, if there is none, of one that may.</summary>
    private TableException Failure(TransactionCanceledException cancelled, IReadOnlyList<TableWrite> writes, (int Index, CancellationReason Reason)[] errors)
    {
        var final = Array.FindIndex(errors, error => !Failures.IsNotApplied(error.Reason.Code));
        var (index, reason) = errors[Math.Max(final, 0)];
        return new TableOperation(asked.OfSameStore(writes[index]).Name, _operation.Name, writes[index].Key)
            .Fail($"{reason.Code}: {reason.Message}", isRetryable: final < 0, cancelled);
    }
}
