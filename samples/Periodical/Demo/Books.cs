using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Periodical.Demo;

/// <summary>The stack's table: writes what was sold, and reads the closes.</summary>
internal sealed class Books(StackOutputs stack) : IDisposable
{
    private readonly AmazonDynamoDBClient _dynamoDb = new();

    public static decimal SalesOf(DateTimeOffset minute) => 1 + (minute.ToUnixTimeSeconds() / 60 % 97);

    /// <summary>Sales for each minute from one to another.</summary>
    public Task SellAsync(DateTimeOffset from, DateTimeOffset to) =>
        Parallel.ForAsync(0, (int)(to - from).TotalMinutes, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (index, token) =>
            await _dynamoDb.PutItemAsync(stack.BooksTable, new Dictionary<string, AttributeValue>
            {
                ["pk"] = new() { S = "sales" },
                ["sk"] = new() { S = Minute.Text(from.AddMinutes(index)) },
                ["amount"] = new() { N = SalesOf(from.AddMinutes(index)).ToString(CultureInfo.InvariantCulture) },
            }, token));

    /// <returns>The closes by a policy from a moment on, the earliest first.</returns>
    public async Task<IReadOnlyList<Close>> ReadClosesAsync(string policy, DateTimeOffset from)
    {
        var response = await _dynamoDb.QueryAsync(new QueryRequest(stack.BooksTable)
        {
            KeyConditionExpression = "pk = :pk and sk >= :from",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":pk"] = new() { S = $"closes/{policy}" },
                [":from"] = new() { S = Minute.Text(from) },
            },
            ConsistentRead = true,
        });
        return [.. (response.Items ?? []).Select(item => new Close(Moment(item["from"]), Moment(item["sk"]), Number(item["sales"]), (int)Number(item["times"])))];
    }

    public void Dispose() => _dynamoDb.Dispose();

    private static DateTimeOffset Moment(AttributeValue value) => DateTimeOffset.Parse(value.S, CultureInfo.InvariantCulture);

    private static decimal Number(AttributeValue value) => decimal.Parse(value.N, CultureInfo.InvariantCulture);
}
