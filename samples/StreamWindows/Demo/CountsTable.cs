using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace StreamWindows.Demo;

/// <summary>What the stack has counted.</summary>
internal sealed class CountsTable(IAmazonDynamoDB dynamoDb, string name)
{
    /// <summary>The views by page and minute.</summary>
    public async Task<Dictionary<(string Page, string Minute), int>> ReadAsync(IEnumerable<string> pages)
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (var page in pages)
        {
            var response = await dynamoDb.QueryAsync(new QueryRequest
            {
                TableName = name,
                KeyConditionExpression = "pk = :page",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":page"] = new($"page#{page}") },
                ConsistentRead = true,
            });
            foreach (var item in response.Items ?? [])
            {
                counts.Add((page, item["sk"].S), int.Parse(item["views"].N, CultureInfo.InvariantCulture));
            }
        }

        return counts;
    }
}
