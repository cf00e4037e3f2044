using System.Runtime.CompilerServices;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Reads a query page by page.</summary>
internal sealed class QueryReader(IAmazonDynamoDB client, string table, ItemMap items, RequestRetries retries, DynamoDbTableOptions options)
{
    private readonly TableOperation _operation = new(table, "Query");

    public async IAsyncEnumerable<TableItem> ReadAsync(TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (IsEmpty(query))
        {
            yield break;
        }

        var request = Request(query);
        var left = query.Limit ?? int.MaxValue;
        do
        {
            request.Limit = query.Limit is null ? null : left;
            var operation = _operation with { Name = $"Query of {query.Partition}" };
            var page = await retries.RunAsync(operation, isRepeatable: true, cancellation => client.QueryAsync(request, cancellation), cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items ?? [])
            {
                yield return items.Read(item, _operation)!;
            }

            left -= page.Items?.Count ?? 0;
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (left > 0 && request.ExclusiveStartKey is { Count: > 0 });
    }

    /// <summary>The service has no empty keys and refuses to be asked for a range that ends before it begins.</summary>
    private static bool IsEmpty(TableQuery query) => query is { SortTo: "" }
        || (query is { SortFrom: { } from, SortTo: { } to } && Encoding.UTF8.GetBytes(from).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(to)) > 0);

    private QueryRequest Request(TableQuery query)
    {
        var placeholders = new Placeholders();
        var condition = $"{placeholders.Name(options.PartitionKeyName)} = {placeholders.Value(query.Partition)}";
        return new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            ScanIndexForward = !query.Descending,
            KeyConditionExpression = Range(query, placeholders) is { } range ? $"{condition} AND {range}" : condition,
            ExpressionAttributeNames = placeholders.Names,
            ExpressionAttributeValues = placeholders.Values,
        };
    }

    private string? Range(TableQuery query, Placeholders placeholders) => (query.SortPrefix, query.SortFrom, query.SortTo) switch
    {
        ({ Length: > 0 } prefix, _, _) => $"begins_with({Sort(placeholders)}, {placeholders.Value(prefix)})",
        (_, { Length: > 0 } from, { } to) => $"{Sort(placeholders)} BETWEEN {placeholders.Value(from)} AND {placeholders.Value(to)}",
        (_, { Length: > 0 } from, null) => $"{Sort(placeholders)} >= {placeholders.Value(from)}",
        (_, _, { } to) => $"{Sort(placeholders)} <= {placeholders.Value(to)}",
        _ => null,
    };

    private string Sort(Placeholders placeholders) => placeholders.Name(options.SortKeyName);
}
