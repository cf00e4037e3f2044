using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.SQS;

namespace TwoWayChain.Demo;

/// <summary>What this run left behind: at the providers, in the accounts, and among the dead letters.</summary>
internal sealed class Bookings(StackOutputs stack, string run) : IDisposable
{
    private readonly AmazonDynamoDBClient _dynamoDb = new();
    private readonly AmazonSQSClient _sqs = new();

    /// <summary>What is booked, as <c>provider/trip</c>.</summary>
    public async Task<IReadOnlySet<string>> ReadBookedAsync()
    {
        var items = await ScanAsync(stack.BookingsTableName, "contains(pk, :text)", $"/{run}-");
        return items.Where(item => item["state"].S == "booked").Select(item => $"{item["pk"].S.Split('/')[0]}/{item["trip"].S}").ToHashSet();
    }

    /// <summary>What is charged, by the trip.</summary>
    public async Task<IReadOnlyDictionary<string, decimal>> ReadChargesAsync()
    {
        var items = await ScanAsync(stack.TripsTableName, "begins_with(pk, :text)", $"account/{run}-");
        return items.ToDictionary(item => item["pk"].S.Split('/')[1], item => decimal.Parse(item["charged"].N, CultureInfo.InvariantCulture));
    }

    public async Task<int> CountDeadLettersAsync()
    {
        var attributes = await _sqs.GetQueueAttributesAsync(stack.DeadLettersUrl, ["ApproximateNumberOfMessages"]);
        return attributes.ApproximateNumberOfMessages;
    }

    public void Dispose()
    {
        _dynamoDb.Dispose();
        _sqs.Dispose();
    }

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
}
