using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace ApiProxy.Demo;

/// <summary>What the legacy service knows: the orders that were placed, and how often it was asked.</summary>
internal sealed class Book(StackOutputs stack) : IDisposable
{
    private readonly AmazonDynamoDBClient _dynamoDb = new();

    /// <returns>The ids of the orders by their references.</returns>
    public async Task<ILookup<string, string>> ReadOrdersAsync() =>
        (await QueryAsync("orders")).ToLookup(item => item["reference"].S, item => item["sk"].S);

    /// <returns>How often the service was asked for symbols that begin so.</returns>
    public async Task<int> CountCallsAsync(string symbols) =>
        (await QueryAsync("calls")).Where(item => item["sk"].S.StartsWith(symbols, StringComparison.Ordinal)).Sum(item => int.Parse(item["count"].N));

    public void Dispose() => _dynamoDb.Dispose();

    private async Task<List<Dictionary<string, AttributeValue>>> QueryAsync(string partition)
    {
        var response = await _dynamoDb.QueryAsync(new QueryRequest(stack.LegacyTable)
        {
            KeyConditionExpression = "pk = :pk",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":pk"] = new() { S = partition } },
            ConsistentRead = true,
        });
        return response.Items ?? [];
    }
}
