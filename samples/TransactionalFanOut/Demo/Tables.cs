using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace TransactionalFanOut.Demo;

/// <summary>What this run left in the tables.</summary>
internal sealed class Tables(StackOutputs stack, string run) : IDisposable
{
    private readonly AmazonDynamoDBClient _dynamoDb = new();

    /// <summary>Puts goods in stock.</summary>
    public async Task StockAsync(IEnumerable<string> skus, int quantity)
    {
        foreach (var sku in skus)
        {
            var item = new Dictionary<string, AttributeValue>
            {
                ["pk"] = new() { S = $"stock#{sku}" },
                ["sk"] = new() { S = "state" },
                ["available"] = new() { N = quantity.ToString(CultureInfo.InvariantCulture) },
            };
            await _dynamoDb.PutItemAsync(stack.OrdersTableName, item);
        }
    }

    /// <summary>The committed orders.</summary>
    public async Task<IReadOnlyList<CommittedOrder>> ReadOrdersAsync()
    {
        var items = await ScanAsync(stack.OrdersTableName, "begins_with(pk, :text)", $"order#{run}-");
        return [.. items.Select(item => new CommittedOrder(After(item["pk"].S, '#'), item["sku"].S, Number(item["quantity"]), item["status"].S))];
    }

    /// <summary>How many of each of the goods are left.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ReadStockAsync()
    {
        var items = await ScanAsync(stack.OrdersTableName, "begins_with(pk, :text)", $"stock#{run}-");
        return items.ToDictionary(item => After(item["pk"].S, '#'), item => Number(item["available"]));
    }

    /// <summary>How many rows of the outbox wait to be published.</summary>
    public async Task<int> CountWaitingAsync() =>
        (await ScanAsync(stack.OrdersTableName, "begins_with(outboxKey, :text)", $"{run}-")).Count(item => item["outboxState"].S == "pending");

    /// <summary>What the receivers heard.</summary>
    public async Task<IReadOnlyList<LedgerLine>> ReadLedgerAsync()
    {
        var items = await ScanAsync(stack.LedgerTableName, "contains(pk, :text)", $"#{run}-");
        return
        [
            .. items.Select(item => new LedgerLine(
                item["pk"].S.Split('#')[0],
                After(item["pk"].S, '#'),
                item["messages"].S.Split(' '),
                item.TryGetValue("repeated", out var repeated) ? Number(repeated) : 0)),
        ];
    }

    public void Dispose() => _dynamoDb.Dispose();

    private async Task<List<Dictionary<string, AttributeValue>>> ScanAsync(string table, string filter, string text)
    {
        var request = new ScanRequest(table)
        {
            ConsistentRead = true,
            FilterExpression = filter,
            ExpressionAttributeValues = new() { [":text"] = new() { S = text } },
        };
        var items = new List<Dictionary<string, AttributeValue>>();
        do
        {
            var response = await _dynamoDb.ScanAsync(request);
            items.AddRange(response.Items ?? []);
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return items;
    }

    private static string After(string text, char separator) => text[(text.IndexOf(separator) + 1)..];

    private static int Number(AttributeValue value) => int.Parse(value.N, CultureInfo.InvariantCulture);
}
