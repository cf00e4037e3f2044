using System.Text.Json;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using RetryPolicy = Amazon.EventBridge.Model.RetryPolicy;

namespace Patterns.Local.Tests.Sdk;

public sealed class EventBridgeSdkTests : IAsyncLifetime
{
    private SdkEndpoint _endpoint = null!;
    private AmazonEventBridgeClient _events = null!;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await SdkEndpoint.StartAsync();
        _events = new AmazonEventBridgeClient(new BasicAWSCredentials("any", "thing"), new AmazonEventBridgeConfig { ServiceURL = _endpoint.Endpoint, AuthenticationRegion = "us-east-1" });
    }

    public async ValueTask DisposeAsync()
    {
        _events.Dispose();
        await _endpoint.DisposeAsync();
    }

    [Fact]
    public async Task A_client_makes_a_rule_and_sends_events_through_it()
    {
        var url = await _endpoint.CreateQueueAsync("q");
        await _events.CreateEventBusAsync(new CreateEventBusRequest { Name = "orders" });
        await _events.PutRuleAsync(new PutRuleRequest { Name = "big", EventBusName = "orders", EventPattern = """{"detail":{"amount":[{"numeric":[">",100]}]}}""" });
        var put = await _events.PutTargetsAsync(new PutTargetsRequest
        {
            Rule = "big",
            EventBusName = "orders",
            Targets =
            [
                new Target
                {
                    Id = "queue",
                    Arn = await _endpoint.ArnOfAsync(url),
                    InputTransformer = new InputTransformer { InputPathsMap = new Dictionary<string, string> { ["amount"] = "$.detail.amount" }, InputTemplate = """{"amount":<amount>}""" },
                    RetryPolicy = new RetryPolicy { MaximumRetryAttempts = 2, MaximumEventAgeInSeconds = 60 },
                },
            ],
        });

        var sent = await _events.PutEventsAsync(new PutEventsRequest
        {
            Entries =
            [
                new PutEventsRequestEntry { EventBusName = "orders", Source = "shop", DetailType = "placed", Detail = """{"amount":500}""", Time = DateTime.UtcNow },
                new PutEventsRequestEntry { EventBusName = "orders", Source = "shop", DetailType = "placed", Detail = "no JSON" },
            ],
        });

        Assert.Equal((0, 1), (put.FailedEntryCount, sent.FailedEntryCount));
        Assert.Equal((null, "MalformedDetail"), (sent.Entries[0].ErrorCode, sent.Entries[1].ErrorCode));
        Assert.Equal("""{"amount":500}""", Assert.Single(await _endpoint.ReceiveAsync(url)).Body);
        Assert.Equal(RuleState.ENABLED, (await _events.DescribeRuleAsync(new DescribeRuleRequest { Name = "big", EventBusName = "orders" })).State);
    }

    [Fact]
    public async Task A_schedule_ticks_when_the_clock_says_so()
    {
        var url = await _endpoint.CreateQueueAsync("q");
        await _events.PutRuleAsync(new PutRuleRequest { Name = "hourly", ScheduleExpression = "cron(0 * * * ? *)", State = RuleState.ENABLED });
        await _events.PutTargetsAsync(new PutTargetsRequest { Rule = "hourly", Targets = [new Target { Id = "queue", Arn = await _endpoint.ArnOfAsync(url), InputPath = "$.time" }] });

        _endpoint.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(["\"2026-01-02T04:00:00Z\"", "\"2026-01-02T05:00:00Z\""], (await _endpoint.ReceiveAsync(url)).Select(message => message.Body).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Errors_have_their_types()
    {
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _events.DescribeRuleAsync(new DescribeRuleRequest { Name = "none" }));
        await Assert.ThrowsAsync<InvalidEventPatternException>(() => _events.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = """{"a":1}""" }));
        var error = await Assert.ThrowsAsync<AmazonEventBridgeException>(() => _events.PutRuleAsync(new PutRuleRequest { Name = "r" }));

        Assert.Equal(("ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified."), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task A_pattern_can_be_tried()
    {
        var item = JsonSerializer.Serialize(new Dictionary<string, object> { ["id"] = "1", ["detail-type"] = "t", ["source"] = "shop", ["account"] = "a", ["time"] = "t", ["region"] = "r", ["resources"] = Array.Empty<string>(), ["detail"] = new { n = 1 } });

        var answer = await _events.TestEventPatternAsync(new TestEventPatternRequest { EventPattern = """{"detail":{"n":[1]}}""", Event = item });

        Assert.True(answer.Result);
    }
}
