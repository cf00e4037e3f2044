using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LongRunning.Demo;

/// <summary>The stack's tables: puts files into one and reads balances from the other.</summary>
internal sealed class Store(StackOutputs stack) : IDisposable
{
    private const int PagesAtATime = 8;
    private readonly AmazonDynamoDBClient _dynamoDb = new();

    public Task PutAsync(PaymentFile file) =>
        Parallel.ForAsync(0, file.Pages.Count, new ParallelOptions { MaxDegreeOfParallelism = PagesAtATime }, async (page, token) =>
            await _dynamoDb.PutItemAsync(stack.ImportsTable, new Dictionary<string, AttributeValue>
            {
                ["pk"] = new() { S = $"file/{file.Name}" },
                ["sk"] = new() { S = $"{page:D6}" },
                ["text"] = new() { S = file.Pages[page] },
            }, token));

    /// <returns>The balances that imports made, by file and account.</returns>
    public async Task<IReadOnlyDictionary<(string File, string Account), (decimal Amount, int Payments)>> ReadBalancesAsync()
    {
        var balances = new Dictionary<(string, string), (decimal, int)>();
        Dictionary<string, AttributeValue>? start = null;
        do
        {
            var page = await _dynamoDb.ScanAsync(new ScanRequest(stack.BalancesTable) { ExclusiveStartKey = start, ConsistentRead = true });
            foreach (var item in page.Items ?? [])
            {
                balances.Add((item["sk"].S, item["pk"].S["account/".Length..]), (Number(item["amount"]), (int)Number(item["payments"])));
            }

            start = page.LastEvaluatedKey;
        }
        while (start is { Count: > 0 });

        return balances;
    }

    public void Dispose() => _dynamoDb.Dispose();

    private static decimal Number(AttributeValue value) => decimal.Parse(value.N, CultureInfo.InvariantCulture);
}
