using System.Text;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.Runtime;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Stacks;

/// <summary>From a template with a stream to a function that runs because of a record.</summary>
public sealed class StreamTemplateTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Fact]
    public async Task A_record_of_a_stream_runs_the_functions_that_read_it()
    {
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Clicks:
                Type: AWS::Kinesis::Stream
                Properties: { ShardCount: 2, RetentionPeriodHours: 48, Tags: [{ Key: team, Value: web }] }
              Function:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: {{functions.Plain("Echo").Directory}}
                  Handler: Fixtures.Plain::Fixtures.Plain.Echo::Handle
                  Runtime: dotnet10
                  Timeout: 20
                  Events:
                    Clicked:
                      Type: Kinesis
                      Properties: { Stream: !GetAtt Clicks.Arn, StartingPosition: TRIM_HORIZON, BatchSize: 10 }
            Outputs:
              Clicks: { Value: !Ref Clicks }
              Arn: { Value: !GetAtt Clicks.Arn }
              Mapping: { Value: !Ref FunctionClicked }
            """);
        using var kinesis = new AmazonKinesisClient(new BasicAWSCredentials("any", "any"), new AmazonKinesisConfig { ServiceURL = stack.Runner.Endpoint, AuthenticationRegion = "us-east-1" });

        await kinesis.PutRecordAsync(new PutRecordRequest { StreamARN = stack.Output("Arn"), PartitionKey = "k", Data = new MemoryStream(Encoding.UTF8.GetBytes("{}")) });

        var mapping = stack.Runner.Account.Lambda.Mappings.Find(stack.Output("Mapping"));
        await Eventually.BecomesTrueAsync(() => mapping.Source!.LastProcessingResult == "OK");
        var report = Assert.Single(stack.Console.Reports);
        Assert.Equal(($"kinesis {stack.Output("Clicks")}", 1), (report.Origin!.Value.Trigger, report.Origin.Value.Records));
        var summary = (await kinesis.DescribeStreamSummaryAsync(new DescribeStreamSummaryRequest { StreamName = stack.Output("Clicks") })).StreamDescriptionSummary;
        Assert.Equal((2, 48), (summary.OpenShardCount, summary.RetentionPeriodHours));
    }

    [Fact]
    public async Task A_stream_on_demand_has_four_shards()
    {
        await using var stack = await TestStack.StartAsync("""
            Resources:
              Clicks:
                Type: AWS::Kinesis::Stream
                Properties: { Name: clicks, StreamModeDetails: { StreamMode: ON_DEMAND } }
            """);

        Assert.Equal(4, stack.Runner.Account.Kinesis.Find("clicks").OpenShards);
    }
}
