using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Patterns.Load;

/// <summary>A table of 1,000 partitions with 10 items each, of about 300 bytes, and the calls that are measured.</summary>
internal sealed class LoadedTable : IAsyncDisposable
{
    public const int ItemCount = 10_000;

    private const int PartitionCount = 1_000;

    private readonly AmazonDynamoDBClient _client;
    private readonly string _name;

    private LoadedTable(AmazonDynamoDBClient client, string name)
    {
        _client = client;
        _name = name;
        Operations = [("PutItem", PutAsync), ("GetItem", GetAsync), ("UpdateItem", UpdateAsync), ("Query", QueryAsync)];
    }

    public IReadOnlyList<(string Name, Func<int, CancellationToken, Task> Call)> Operations { get; }

    public static async Task<LoadedTable> CreateAsync(Uri endpoint, CancellationToken stop)
    {
        var config = new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = "us-east-1" };
        var table = new LoadedTable(new AmazonDynamoDBClient(new BasicAWSCredentials("any", "thing"), config), $"load-{Guid.NewGuid():N}");
        await table._client.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = table._name,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                KeySchema = [new KeySchemaElement("pk", KeyType.HASH), new KeySchemaElement("sk", KeyType.RANGE)],
                AttributeDefinitions = [new AttributeDefinition("pk", ScalarAttributeType.S), new AttributeDefinition("sk", ScalarAttributeType.S)],
            },
            stop);
        for (var n = 0; n < ItemCount; n++)
        {
            await table.PutAsync(n, stop);
        }

        return table;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DeleteTableAsync(_name);
        _client.Dispose();
    }

    private static Dictionary<string, AttributeValue> Key(int n) => new()
    {
        ["pk"] = new AttributeValue { S = $"customer#{n % PartitionCount}" },
        ["sk"] = new AttributeValue { S = $"order#{n / PartitionCount}" },
    };

    private Task PutAsync(int n, CancellationToken stop)
    {
        var item = Key(n);
        item["status"] = new AttributeValue { S = "placed" };
        item["total"] = new AttributeValue { N = "12.5" };
        item["text"] = new AttributeValue { S = new string('x', 200) };
        return _client.PutItemAsync(_name, item, stop);
    }

    private Task GetAsync(int n, CancellationToken stop) => _client.GetItemAsync(_name, Key(n), stop);

    private Task UpdateAsync(int n, CancellationToken stop) => _client.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = _name,
            Key = Key(n),
            UpdateExpression = "SET #s = :s ADD version :one",
            ConditionExpression = "attribute_exists(pk)",
            ExpressionAttributeNames = new() { ["#s"] = "status" },
            ExpressionAttributeValues = new() { [":s"] = new AttributeValue { S = "paid" }, [":one"] = new AttributeValue { N = "1" } },
        },
        stop);

    private Task QueryAsync(int n, CancellationToken stop) => _client.QueryAsync(
        new QueryRequest
        {
            TableName = _name,
            KeyConditionExpression = "pk = :pk AND begins_with(sk, :sk)",
            ExpressionAttributeValues = new() { [":pk"] = Key(n)["pk"], [":sk"] = new AttributeValue { S = "order#" } },
        },
        stop);
}
