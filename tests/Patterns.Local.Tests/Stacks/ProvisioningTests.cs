using Amazon.SQS.Model;
using Patterns.Local.Templates;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Stacks;

public sealed class ProvisioningTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    private string Plain => functions.Plain("Echo").Directory;

    [Fact]
    public async Task Queues_get_their_names_their_settings_and_their_policy()
    {
        await using var stack = await TestStack.StartAsync("""
            Resources:
              Named: { Type: AWS::SQS::Queue, Properties: { QueueName: named, DelaySeconds: 7 } }
              Fifo:
                Type: AWS::SQS::Queue
                Properties:
                  FifoQueue: true
                  ContentBasedDeduplication: true
                  RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 }
              Dead: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true } }
              Policy:
                Type: AWS::SQS::QueuePolicy
                Properties:
                  Queues: [!Ref Named]
                  PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: "*", Action: sqs:SendMessage, Resource: !GetAtt Named.Arn }] }
            Outputs:
              Url: { Value: !Ref Named }
              Fifo: { Value: !GetAtt Fifo.QueueName }
              FifoUrl: { Value: !GetAtt Fifo.QueueUrl }
            """);

        var named = (await stack.Sqs.GetQueueAttributesAsync(stack.Output("Url"), ["All"])).Attributes;
        var fifo = (await stack.Sqs.GetQueueAttributesAsync(stack.Output("FifoUrl"), ["All"])).Attributes;
        Assert.Equal($"{stack.Runner.Endpoint}/000000000000/named", stack.Output("Url"));
        Assert.Equal("7", named["DelaySeconds"]);
        Assert.Contains("sqs:SendMessage", named["Policy"]);
        Assert.Matches(@"^test-Fifo-[A-Z2-7]{12}\.fifo$", stack.Output("Fifo"));
        Assert.Equal("true", fifo["ContentBasedDeduplication"]);
        Assert.Contains("\"maxReceiveCount\"", fifo["RedrivePolicy"]);
    }

    [Fact]
    public async Task Topics_and_subscriptions_exist_with_their_attributes()
    {
        await using var stack = await TestStack.StartAsync("""
            Resources:
              Queue: { Type: AWS::SQS::Queue }
              Topic:
                Type: AWS::SNS::Topic
                Properties: { DisplayName: shown, Subscription: [{ Protocol: sqs, Endpoint: !GetAtt Queue.Arn }] }
              Other: { Type: AWS::SQS::Queue }
              Subscription:
                Type: AWS::SNS::Subscription
                Properties:
                  TopicArn: !Ref Topic
                  Protocol: sqs
                  Endpoint: !GetAtt Other.Arn
                  RawMessageDelivery: true
                  FilterPolicy: { kind: [a] }
            Outputs:
              Arn: { Value: !Ref Topic }
              Name: { Value: !GetAtt Topic.TopicName }
              Subscription: { Value: !Ref Subscription }
            """);

        var sns = stack.Runner.Account.Sns;
        Assert.Equal($"arn:aws:sns:us-east-1:000000000000:{stack.Output("Name")}", stack.Output("Arn"));
        Assert.Equal("shown", sns.Topics.Get(stack.Output("Arn")).Attributes["DisplayName"]);
        Assert.Equal(2, sns.Topics.Get(stack.Output("Arn")).Subscriptions.Count);
        var subscription = Assert.Single(sns.Subscriptions.All, found => found.Arn == stack.Output("Subscription"));
        Assert.True(subscription.Settings.IsRaw);
        Assert.NotNull(subscription.Settings.Filter);
    }

    [Fact]
    public async Task Addresses_of_apis_are_local_in_outputs_and_in_the_variables_of_functions()
    {
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api: { Type: AWS::Serverless::HttpApi, Properties: { StageName: live } }
              Function:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: {{Plain}}
                  Handler: Fixtures.Plain::Fixtures.Plain.Echo::Variables
                  Runtime: dotnet10
                  Timeout: 20
                  Environment: { Variables: { SELF: !Sub "https://${Api}.execute-api.${AWS::Region}.amazonaws.com/live" } }
            Outputs:
              Url: { Value: !GetAtt Api.ApiEndpoint }
              Id: { Value: !Ref Api }
              Arn: { Value: !GetAtt Function.Arn }
            """);

        var url = $"{stack.Runner.Endpoint}/_api/{stack.Output("Id")}";
        var function = stack.Runner.Account.Lambda.Functions.Find(stack.Output("Arn"));
        Assert.Equal(url, stack.Output("Url"));
        Assert.Equal($"{url}/live", function.Definition.Environment["SELF"]);
    }

    [Fact]
    public async Task References_to_what_is_not_created_here_have_plausible_values()
    {
        await using var stack = await TestStack.StartAsync("""
            Resources:
              Table: { Type: AWS::DynamoDB::GlobalTable }
            Outputs:
              Name: { Value: !Ref Table }
              Arn: { Value: !GetAtt Table.Arn }
            """);

        Assert.Matches("^test-Table-[A-Z2-7]{12}$", stack.Output("Name"));
        Assert.Equal($"arn:aws:dynamodb:us-east-1:000000000000:globaltable/{stack.Output("Name")}", stack.Output("Arn"));
    }

    [Fact]
    public async Task A_refusal_of_the_service_names_the_place_in_the_template()
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Queue: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 1 } }
              Function:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: {{Plain}}
                  Handler: Fixtures.Plain::Fixtures.Plain.Echo::Handle
                  Runtime: dotnet10
                  Timeout: 30
                  Events:
                    Queue: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn } }
            """));

        Assert.Equal(
            "template.yaml:12:9: resource 'FunctionQueue' (AWS::Lambda::EventSourceMapping) was refused: Queue visibility timeout: 1 seconds is less than Function timeout: 30 seconds",
            error.Message);
    }

    [Theory]
    [InlineData("AWS::ApiGatewayV2::Api", "{ Name: a, ProtocolType: WEBSOCKET }", "'RouteSelectionExpression' has no value")]
    [InlineData("AWS::ApiGatewayV2::Integration", "{ ApiId: !Ref Api, IntegrationType: HTTP_PROXY }", "'IntegrationType' is HTTP_PROXY, and only AWS_PROXY is emulated yet")]
    [InlineData("AWS::ApiGatewayV2::Route", "{ ApiId: !Ref Api, RouteKey: GET /, AuthorizationType: AWS_IAM }", "'AuthorizationType' is AWS_IAM, which is not emulated yet")]
    [InlineData("AWS::ApiGatewayV2::Route", "{ ApiId: !Ref Api, RouteKey: GET, Target: integrations/x }", "The route key 'GET' is neither $default nor a method and a path, as in 'GET /orders/{id}'")]
    [InlineData("AWS::ApiGatewayV2::Route", "{ ApiId: !Ref Api, RouteKey: GET /, Target: integrations/x }", "the API 'api' has no integration 'x'; a target is 'integrations/' and the integration's id")]
    public async Task What_is_not_emulated_is_refused_and_not_ignored(string type, string properties, string message)
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync($$"""
            Resources:
              Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: api, ProtocolType: HTTP } }
              Resource:
                Type: {{type}}
                Properties: {{properties}}
            """));

        Assert.EndsWith(message, error.Message);
        Assert.StartsWith("template.yaml:5:", error.Message);
    }

    [Fact]
    public async Task Nothing_of_a_refused_stack_is_left()
    {
        await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync("""
            Resources:
              Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: "no name" } }
            """));

        await using var next = await TestStack.StartAsync();
        Assert.Null((await next.Sqs.ListQueuesAsync(new ListQueuesRequest())).QueueUrls);
    }
}
