using System.Net;
using System.Text;
using Amazon.SQS.Model;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Stacks;

public sealed class RunnerTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    private string Plain => functions.Plain("Echo").Directory;

    [Fact]
    public async Task A_client_sends_receives_and_deletes_without_a_template()
    {
        await using var stack = await TestStack.StartAsync();
        var url = (await stack.Sqs.CreateQueueAsync(new CreateQueueRequest { QueueName = "q" })).QueueUrl;

        await stack.Sqs.SendMessageAsync(new SendMessageRequest { QueueUrl = url, MessageBody = "hello" });

        Assert.Equal("hello", (await stack.ReceiveAsync(url)).Body);
        var counts = await stack.Sqs.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]);
        Assert.All(counts.Attributes.Values, count => Assert.Equal("0", count));
    }

    [Fact]
    public async Task A_topic_reaches_its_queues()
    {
        await using var stack = await TestStack.StartAsync("""
            Resources:
              Queue: { Type: AWS::SQS::Queue }
              Topic: { Type: AWS::SNS::Topic }
              Subscription:
                Type: AWS::SNS::Subscription
                Properties: { TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Queue.Arn, RawMessageDelivery: true }
            Outputs:
              Topic: { Value: !Ref Topic }
              Queue: { Value: !Ref Queue }
            """);

        await stack.Sns.PublishAsync(new Amazon.SimpleNotificationService.Model.PublishRequest { TopicArn = stack.Output("Topic"), Message = "news" });

        Assert.Equal("news", (await stack.ReceiveAsync(stack.Output("Queue"))).Body);
    }

    [Fact]
    public async Task A_topic_invokes_its_function_and_the_result_goes_to_the_destination()
    {
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Topic: { Type: AWS::SNS::Topic }
              Done: { Type: AWS::SQS::Queue }
              Function:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: {{Plain}}
                  Handler: Fixtures.Plain::Fixtures.Plain.Echo::Handle
                  Runtime: dotnet10
                  Timeout: 20
                  EventInvokeConfig: { DestinationConfig: { OnSuccess: { Destination: !GetAtt Done.Arn } } }
                  Events:
                    Topic: { Type: SNS, Properties: { Topic: !Ref Topic } }
            Outputs:
              Topic: { Value: !Ref Topic }
              Done: { Value: !Ref Done }
            """);

        await stack.Sns.PublishAsync(new Amazon.SimpleNotificationService.Model.PublishRequest { TopicArn = stack.Output("Topic"), Message = "news" });

        var record = (await stack.ReceiveAsync(stack.Output("Done"))).Body;
        Assert.Contains("\"condition\":\"Success\"", record);
        Assert.Contains("aws:sns", record);
    }

    [Fact]
    public async Task Only_failed_messages_come_again_and_end_in_the_dead_letter_queue()
    {
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Dead: { Type: AWS::SQS::Queue }
              Work:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 2
                  RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 2 }
              Function:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: {{Plain}}
                  Handler: Fixtures.Plain::Fixtures.Plain.Batches::ReportFailures
                  Runtime: dotnet10
                  Timeout: 2
                  Events:
                    Work: { Type: SQS, Properties: { Queue: !GetAtt Work.Arn, FunctionResponseTypes: [ReportBatchItemFailures] } }
            Outputs:
              Work: { Value: !Ref Work }
              Dead: { Value: !Ref Dead }
            """);

        await stack.Sqs.SendMessageBatchAsync(new SendMessageBatchRequest
        {
            QueueUrl = stack.Output("Work"),
            Entries = [new("a", "good"), new("b", "fail"), new("c", "good too")],
        });

        Assert.Equal("fail", (await stack.ReceiveAsync(stack.Output("Dead"))).Body);
        var left = await stack.Sqs.GetQueueAttributesAsync(stack.Output("Work"), ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]);
        Assert.All(left.Attributes.Values, count => Assert.Equal("0", count));
        Assert.All(stack.Console.Reports, report => Assert.StartsWith("sqs test-Work-", report.Origin!.Value.Trigger));
    }

    [Fact]
    public async Task An_api_calls_its_functions_and_passes_on_their_replies()
    {
        await using var stack = await TestStack.StartAsync(WebTemplate());
        var url = stack.Output("Url");

        var echoed = await stack.GetJsonAsync($"{url}/orders/a%20b?x=1&x=2&y=%2B");
        var teapot = await stack.Http.GetAsync($"{url}/tea");
        var malformed = await stack.Http.GetAsync($"{url}/malformed");
        var missing = await stack.Http.GetAsync($"{url}/missing");

        Assert.Equal("GET /orders/{id}", echoed.GetProperty("routeKey").GetString());
        Assert.Equal("a b", echoed.GetProperty("pathParameters").GetProperty("id").GetString());
        Assert.Equal("1,2", echoed.GetProperty("queryStringParameters").GetProperty("x").GetString());
        Assert.Equal(418, (int)teapot.StatusCode);
        Assert.Equal("short", await teapot.Content.ReadAsStringAsync());
        Assert.Equal(["a=1; Path=/", "b=2"], teapot.Headers.GetValues("Set-Cookie"));
        Assert.Equal(HttpStatusCode.InternalServerError, malformed.StatusCode);
        Assert.Equal("""{"message":"Internal Server Error"}""", await malformed.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("""{"message":"Not Found"}""", await missing.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_api_answers_under_its_own_host_name_too()
    {
        await using var stack = await TestStack.StartAsync(WebTemplate());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders/7") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Host = $"{stack.Output("Id")}.execute-api.localhost";

        var response = await stack.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotEmpty(response.Headers.GetValues("Apigw-Requestid"));
    }

    [Fact]
    public async Task Stopping_ends_the_processes_of_functions()
    {
        int[] processes;
        await using (var stack = await TestStack.StartAsync(WebTemplate()))
        {
            await stack.GetJsonAsync($"{stack.Output("Url")}/orders/1");
            processes = [.. stack.Runner.Account.Functions.ProcessIds(stack.Output("Echo"))];
            Assert.NotEmpty(processes);
        }

        Assert.All(processes, id => Assert.False(Directory.Exists($"/proc/{id}")));
    }

    private string WebTemplate() => $$"""
        Transform: AWS::Serverless-2016-10-31
        Globals: { Function: { CodeUri: {{Plain}}, Runtime: dotnet10, Timeout: 20 } }
        Resources:
          Echo:
            Type: AWS::Serverless::Function
            Properties:
              Handler: Fixtures.Plain::Fixtures.Plain.Echo::Handle
              Events: { Get: { Type: HttpApi, Properties: { Path: "/orders/{id}", Method: GET } } }
          Teapot:
            Type: AWS::Serverless::Function
            Properties:
              Handler: Fixtures.Plain::Fixtures.Plain.Web::Teapot
              Events: { Get: { Type: HttpApi, Properties: { Path: /tea, Method: ANY } } }
          Malformed:
            Type: AWS::Serverless::Function
            Properties:
              Handler: Fixtures.Plain::Fixtures.Plain.Web::Malformed
              Events: { Get: { Type: HttpApi, Properties: { Path: /malformed, Method: GET } } }
        Outputs:
          Url: { Value: !GetAtt ServerlessHttpApi.ApiEndpoint }
          Id: { Value: !Ref ServerlessHttpApi }
          Echo: { Value: !Ref Echo }
        """;
}
