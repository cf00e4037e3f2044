using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Services.DynamoDb.Streams;

namespace Patterns.Local.Tests.Stacks;

/// <summary>What became of a record that its function cannot process, as a developer sees it.</summary>
public sealed class FailedTableRecordTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    private string Template => $$"""
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Table:
            Type: AWS::DynamoDB::Table
            Properties:
              AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
              KeySchema: [{ AttributeName: pk, KeyType: HASH }]
              BillingMode: PAY_PER_REQUEST
              StreamSpecification: { StreamViewType: NEW_IMAGE }
          Failed: { Type: AWS::SQS::Queue }
          Function:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: {{functions.Plain("Echo").Directory}}
              Handler: Fixtures.Plain::Fixtures.Plain.Throws::Handle
              Runtime: dotnet10
              Timeout: 20
              Events:
                Changes:
                  Type: DynamoDB
                  Properties:
                    Stream: !GetAtt Table.StreamArn
                    StartingPosition: TRIM_HORIZON
                    BatchSize: 1
                    MaximumRetryAttempts: 1
                    DestinationConfig: { OnFailure: { Type: SQS, Destination: !GetAtt Failed.Arn } }
        Outputs:
          Table: { Value: !Ref Table }
          Stream: { Value: !GetAtt Table.StreamArn }
          Failed: { Value: !Ref Failed }
        """;

    [Fact]
    public async Task A_record_that_was_given_up_can_be_read_back_and_its_shard_goes_on()
    {
        await using var stack = await TestStack.StartAsync(Template);
        using var tables = new AmazonDynamoDBClient(new BasicAWSCredentials("any", "any"), new AmazonDynamoDBConfig { ServiceURL = stack.Runner.Endpoint, AuthenticationRegion = "us-east-1" });
        foreach (var value in (string[])["1", "2"])
        {
            await tables.PutItemAsync(stack.Output("Table"), new Dictionary<string, AttributeValue> { ["pk"] = new("a"), ["value"] = new(value) });
        }

        var first = await NextFailureAsync(stack);
        var second = await NextFailureAsync(stack);

        Assert.Equal(("1", "2"), (await ReadBackAsync(stack, first), await ReadBackAsync(stack, second)));
        Assert.Equal(Info(first, "shardId"), Info(second, "shardId"));
        Assert.Equal(4, stack.Console.Reports.Count);
    }

    private static async Task<JsonElement> NextFailureAsync(TestStack stack)
    {
        var record = JsonElement.Parse((await stack.ReceiveAsync(stack.Output("Failed"))).Body);
        var context = record.GetProperty("requestContext");
        Assert.Equal(("RetryAttemptsExhausted", 2), (context.GetProperty("condition").GetString(), context.GetProperty("approximateInvokeCount").GetInt32()));
        Assert.Equal(Info(record, "startSequenceNumber"), Info(record, "endSequenceNumber"));
        return record;
    }

    /// <summary>The value in the record that the failure record tells of.</summary>
    private static async Task<string> ReadBackAsync(TestStack stack, JsonElement failure)
    {
        using var streams = new StreamsClient(stack.Runner.Endpoint);
        var iterator = await streams.CallAsync("GetShardIterator", new()
        {
            ["StreamArn"] = Info(failure, "streamArn"),
            ["ShardId"] = Info(failure, "shardId"),
            ["ShardIteratorType"] = "AT_SEQUENCE_NUMBER",
            ["SequenceNumber"] = Info(failure, "startSequenceNumber"),
        });
        var read = await streams.CallAsync("GetRecords", new() { ["ShardIterator"] = iterator.GetProperty("ShardIterator").GetString(), ["Limit"] = 1 });
        var record = Assert.Single(read.GetProperty("Records").EnumerateArray()).GetProperty("dynamodb");
        Assert.Equal(Info(failure, "startSequenceNumber"), record.GetProperty("SequenceNumber").GetString());
        return record.GetProperty("NewImage").GetProperty("value").GetProperty("S").GetString()!;
    }

    private static string Info(JsonElement failure, string name) => failure.GetProperty("DDBStreamBatchInfo").GetProperty(name).GetString()!;
}
