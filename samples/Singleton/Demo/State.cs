using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Singleton.Demo;

/// <summary>The stack's table: says where the database is, and reads what the functions have written.</summary>
internal sealed class State(StackOutputs stack) : IDisposable
{
    private readonly AmazonDynamoDBClient _dynamoDb = new();

    public Task SetDatabaseAsync(string connectionString) => _dynamoDb.PutItemAsync(stack.StateTable, new Dictionary<string, AttributeValue>
    {
        ["pk"] = new() { S = "settings" },
        ["sk"] = new() { S = "database" },
        ["connection"] = new() { S = connectionString },
    });

    public async Task<IReadOnlyList<Served>> ReadAsync(string function) =>
        [.. (await QueryAsync($"requests/{function}")).Select(item => new Served(item["sk"].S, Number(item, "served"), Number(item, "refused")))];

    /// <returns>The numbers that were given to invoices, and how often each, in their order.</returns>
    public async Task<IReadOnlyList<(int Number, int Times)>> ReadNumbersAsync() =>
        [.. (await QueryAsync("numbers")).Select(item => (int.Parse(item["sk"].S, CultureInfo.InvariantCulture), Number(item, "times")))];

    /// <returns>The numbers of the invoices, in the order of their ids.</returns>
    public async Task<IReadOnlyList<int>> ReadInvoicesAsync() => [.. (await QueryAsync("invoice")).Select(item => Number(item, "number"))];

    public void Dispose() => _dynamoDb.Dispose();

    private static int Number(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? int.Parse(value.N, CultureInfo.InvariantCulture) : 0;

    private async Task<List<Dictionary<string, AttributeValue>>> QueryAsync(string partition)
    {
        var response = await _dynamoDb.QueryAsync(new QueryRequest(stack.StateTable)
        {
            KeyConditionExpression = "pk = :pk",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":pk"] = new() { S = partition } },
            ConsistentRead = true,
        });
        return response.Items ?? [];
    }
}
