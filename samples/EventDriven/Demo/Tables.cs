using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EventDriven.Demo;

/// <summary>Looks into the services' tables, as none of the services may, and holds the switch of the cleanup service.</summary>
internal sealed class Tables(string run) : IDisposable
{
    private static readonly string[] OfThings = ["AssetTableName", "InsuranceTableName", "DirectAssetTableName", "DirectInsuranceTableName"];
    private static readonly Dictionary<string, AttributeValue> Switch = new() { ["pk"] = new() { S = "switch" }, ["sk"] = new() { S = "state" } };

    private readonly AmazonDynamoDBClient _dynamoDb = new();
    private readonly string _cleanup = StackOutputs.Get("CleanupTableName");

    public Task SwitchCleanupOffAsync() => _dynamoDb.PutItemAsync(_cleanup, Switch);

    public Task SwitchCleanupOnAsync() => _dynamoDb.DeleteItemAsync(_cleanup, Switch);

    /// <summary>The version that the services' tables have of each thing, by its id.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ReadVersionsAsync()
    {
        var versions = new Dictionary<string, int>();
        foreach (var table in OfThings)
        {
            foreach (var item in await ScanAsync(StackOutputs.Get(table)))
            {
                versions[item["pk"].S] = Number(item["version"].N);
            }
        }

        return versions;
    }

    /// <summary>What was filed away of each thing, by its id.</summary>
    public async Task<IReadOnlyDictionary<string, Papers>> ReadPapersAsync()
    {
        var items = await ScanAsync(_cleanup);
        return items.Where(item => item["sk"].S == "papers").ToDictionary(
            item => item["pk"].S.Split('#')[1],
            item => new Papers(Number(item["filed"].N), item["versions"].SS.Select(Number).ToHashSet()));
    }

    public void Dispose() => _dynamoDb.Dispose();

    private async Task<List<Dictionary<string, AttributeValue>>> ScanAsync(string table)
    {
        var request = new ScanRequest(table)
        {
            ConsistentRead = true,
            FilterExpression = "contains(pk, :run)",
            ExpressionAttributeValues = new() { [":run"] = new() { S = run } },
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

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
