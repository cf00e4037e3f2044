using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Facade.Demo;

/// <summary>Puts services out of order, and in order again.</summary>
internal sealed class Switches(StackOutputs stack) : IDisposable
{
    private readonly AmazonDynamoDBClient _dynamoDb = new();

    /// <param name="service">The service's name in the template.</param>
    /// <param name="mode">What becomes of it: <c>stall</c>, <c>fail</c> or <c>well</c>.</param>
    public Task SetAsync(string service, string mode) => _dynamoDb.PutItemAsync(stack.SwitchTable, new Dictionary<string, AttributeValue>
    {
        ["pk"] = new() { S = service },
        ["sk"] = new() { S = "switch" },
        ["mode"] = new() { S = mode },
    });

    public void Dispose() => _dynamoDb.Dispose();
}
