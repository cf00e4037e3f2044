using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Reads many items: in as few requests as the service allows, asking again for what it left out.</summary>
internal sealed class BatchReader(IAmazonDynamoDB client, string table, ItemMap items, RequestRetries retries, DynamoDbTableOptions options)
{
    private readonly TableOperation _operation = new(table, "BatchGetItem");

    public async Task<IReadOnlyList<TableItem?>> ReadAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<TableKey, TableItem>(keys.Count);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(keys.Chunk(ServiceLimits.DynamoDbBatchGetKeys), parallel, async (chunk, cancellation) =>
        {
            var read = await ReadChunkAsync(chunk, cancellation).ConfigureAwait(false);
            lock (found)
            {
                read.ForEach(item => found.Add(item.Key, item));
            }
        }).ConfigureAwait(false);
        return [.. keys.Select(key => found.GetValueOrDefault(key))];
    }

    private async Task<List<TableItem>> ReadChunkAsync(TableKey[] keys, CancellationToken cancellationToken)
    {
        var read = new List<TableItem>(keys.Length);
        var open = keys.Select(items.Write).ToList();
        for (var attempt = 1; ; attempt++)
        {
            var response = await SendAsync(open, cancellationToken).ConfigureAwait(false);
            read.AddRange((response.Responses ?? []).Values.SelectMany(found => found).Select(found => items.Read(found, _operation)!));
            var left = (response.UnprocessedKeys ?? []).Values.SelectMany(unprocessed => unprocessed.Keys).ToList();
            if (left.Count == 0)
            {
                return read;
            }

            attempt = left.Count < open.Count ? 1 : attempt;
            open = left;
            if (attempt >= options.MaxAttempts)
            {
                throw (_operation with { Key = items.ReadKey(open[0], _operation) }).Fail($"{open.Count} of {keys.Length} keys were not read in {attempt} attempts.", isRetryable: true);
            }

            await retries.WaitAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<BatchGetItemResponse> SendAsync(List<Dictionary<string, AttributeValue>> keys, CancellationToken cancellationToken)
    {
        var request = new BatchGetItemRequest
        {
            RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal) { [table] = new() { Keys = keys, ConsistentRead = true } },
        };
        return retries.RunAsync(_operation, isRepeatable: true, cancellation => client.BatchGetItemAsync(request, cancellation), cancellationToken);
    }
}
