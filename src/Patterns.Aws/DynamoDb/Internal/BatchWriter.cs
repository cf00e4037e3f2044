using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Puts and deletes many items: in as few requests as the service allows, sending again what it left out.</summary>
internal sealed class BatchWriter(IAmazonDynamoDB client, string table, ItemMap items, RequestRetries retries, DynamoDbTableOptions options)
{
    private readonly TableOperation _operation = new(table, "BatchWriteItem") { IsPartial = true };

    public Task WriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(writes.Chunk(ServiceLimits.DynamoDbBatchWriteItems), parallel, async (chunk, cancellation) =>
            await WriteChunkAsync(chunk, cancellation).ConfigureAwait(false));
    }

    private async Task WriteChunkAsync(TableWrite[] writes, CancellationToken cancellationToken)
    {
        var open = writes.Select(Request).ToList();
        for (var attempt = 1; ; attempt++)
        {
            var left = await SendAsync(open, cancellationToken).ConfigureAwait(false);
            if (left.Count == 0)
            {
                return;
            }

            attempt = left.Count < open.Count ? 1 : attempt;
            open = left;
            if (attempt >= options.MaxAttempts)
            {
                throw (_operation with { Key = KeyOf(open[0]) }).Fail($"{open.Count} of {writes.Length} writes were not taken in {attempt} attempts.", isRetryable: true);
            }

            await retries.WaitAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<List<WriteRequest>> SendAsync(List<WriteRequest> requests, CancellationToken cancellationToken)
    {
        var request = new BatchWriteItemRequest { RequestItems = new Dictionary<string, List<WriteRequest>>(StringComparer.Ordinal) { [table] = requests } };
        var response = await retries.RunAsync(_operation, isRepeatable: true, cancellation => client.BatchWriteItemAsync(request, cancellation), cancellationToken).ConfigureAwait(false);
        return [.. (response.UnprocessedItems ?? []).Values.SelectMany(left => left)];
    }

    private WriteRequest Request(TableWrite write) => write is TablePut put
        ? new WriteRequest(new PutRequest(items.Write(put.Item)))
        : new WriteRequest(new DeleteRequest(items.Write(write.Key)));

    private TableKey KeyOf(WriteRequest request) => items.ReadKey(request.PutRequest?.Item ?? request.DeleteRequest.Key, _operation);
}
