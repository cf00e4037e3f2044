using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Patterns.Local.Templates;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Stacks;

/// <summary>From a template to a function that runs because an item changed.</summary>
public sealed class TableTriggerTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    private string Function => $"CodeUri: {functions.Plain("Echo").Directory}, Handler: Fixtures.Plain::Fixtures.Plain.Echo::Handle, Runtime: dotnet10, Timeout: 20";

    [Fact]
    public async Task A_change_of_a_table_runs_the_function_that_reads_its_stream()
    {
        await using var stack = await TestStack.StartAsync($$$$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Table:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
                  KeySchema: [{ AttributeName: pk, KeyType: HASH }]
                  BillingMode: PAY_PER_REQUEST
                  StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
              Failed: { Type: AWS::SQS::Queue }
              Function:
                Type: AWS::Serverless::Function
                Properties:
                  {{{{Function.Replace(", ", "\n      ")}}}}
                  Events:
                    Changes:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Table.StreamArn
                        StartingPosition: TRIM_HORIZON
                        DestinationConfig: { OnFailure: { Type: SQS, Destination: !GetAtt Failed.Arn } }
                        FilterCriteria:
                          Filters:
                            - Pattern: { eventName: [INSERT], dynamodb: { NewImage: { kind: { S: [order] } } } }
            Outputs:
              Table: { Value: !Ref Table }
              Mapping: { Value: !Ref FunctionChanges }
            """);
        using var tables = new AmazonDynamoDBClient(new BasicAWSCredentials("any", "any"), new AmazonDynamoDBConfig { ServiceURL = stack.Runner.Endpoint, AuthenticationRegion = "us-east-1" });

        await tables.PutItemAsync(stack.Output("Table"), new Dictionary<string, AttributeValue> { ["pk"] = new("a"), ["kind"] = new("other") });
        await tables.PutItemAsync(stack.Output("Table"), new Dictionary<string, AttributeValue> { ["pk"] = new("b"), ["kind"] = new("order") });
        await tables.DeleteItemAsync(stack.Output("Table"), new Dictionary<string, AttributeValue> { ["pk"] = new("b") });

        var mapping = stack.Runner.Account.Lambda.Mappings.Find(stack.Output("Mapping"));
        await Eventually.BecomesTrueAsync(() => mapping.Source!.LastProcessingResult == "OK");
        var report = Assert.Single(stack.Console.Reports);
        Assert.Equal(($"dynamodb {stack.Output("Table")}", 1), (report.Origin!.Value.Trigger, report.Origin.Value.Records));
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_is_refused_at_its_place_in_the_template()
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync($$$$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Function:
                Type: AWS::Serverless::Function
                Properties: { {{{{Function}}}}, Events: { Clicks: { Type: Kinesis, Properties: { Stream: !Sub "arn:aws:kinesis:${AWS::Region}:${AWS::AccountId}:stream/s", StartingPosition: LATEST } } } }
            """));

        Assert.Matches(
            "^template.yaml:5:[0-9]+: resource 'FunctionClicks' \\(AWS::Lambda::EventSourceMapping\\) was refused: Stream not found: arn:aws:kinesis:us-east-1:000000000000:stream/s$",
            error.Message);
    }
}
