using System.Text;
using System.Text.Json;
using Patterns.Local.Functions;
using Patterns.Local.Services;
using Patterns.Local.Services.Lambda.Async;

namespace Patterns.Local.Tests.Services.Lambda;

public sealed class AsyncInvokerTests
{
    private const string Queue = "arn:aws:sqs:us-east-1:000000000000:done";
    private const string DeadLetters = "arn:aws:sqs:us-east-1:000000000000:dead";

    [Fact]
    public async Task A_failed_event_is_tried_again_after_one_and_after_two_minutes()
    {
        await using var world = new LambdaWorld();
        var requestId = Enqueue(world);

        (await world.Invoker.NextAsync()).Fail();
        await world.AdvanceWhenAwaitedAsync(TimeSpan.FromMinutes(1));
        (await world.Invoker.NextAsync()).Fail();
        await world.AdvanceWhenAwaitedAsync(TimeSpan.FromMinutes(2));
        var last = await world.Invoker.NextAsync();
        last.Return();
        await world.Service.Async.WhenIdleAsync();

        Assert.Equal(requestId, last.Options.RequestId);
        Assert.Empty(world.Targets.Deliveries);
    }

    [Fact]
    public async Task An_event_that_exhausts_its_retries_is_told_to_the_failure_destination()
    {
        await using var world = new LambdaWorld();
        world.Service.InvokeConfigs.Put("fn", new EventInvokeConfig { MaximumRetryAttempts = 1, OnFailure = Queue });
        var requestId = Enqueue(world, """{"sku":"A1"}""");

        (await world.Invoker.NextAsync()).Fail("first");
        await world.AdvanceWhenAwaitedAsync(TimeSpan.FromMinutes(1));
        (await world.Invoker.NextAsync()).Fail("second");
        await world.Service.Async.WhenIdleAsync();

        var (target, delivery) = Assert.Single(world.Targets.Deliveries);
        Assert.Equal(Queue, target);
        Assert.Equal(
            $$$"""{"version":"1.0","timestamp":"2026-01-02T03:05:05.000Z","requestContext":{"requestId":"{{{requestId}}}","functionArn":"arn:aws:lambda:us-east-1:000000000000:function:fn:$LATEST","condition":"RetriesExhausted","approximateInvokeCount":2},"requestPayload":{"sku":"A1"},"responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},"responsePayload":{"errorType":"InvalidOperationException","errorMessage":"second"}}""",
            delivery.Body);
    }

    [Fact]
    public async Task A_success_is_told_to_its_destination_without_an_error()
    {
        await using var world = new LambdaWorld();
        world.Service.InvokeConfigs.Put("fn", new EventInvokeConfig { OnSuccess = Queue, OnFailure = DeadLetters });
        Enqueue(world);

        (await world.Invoker.NextAsync()).Return("""{"ok":true}""");
        await world.Service.Async.WhenIdleAsync();

        var (target, delivery) = Assert.Single(world.Targets.Deliveries);
        var record = JsonElement.Parse(delivery.Body);
        Assert.Equal(Queue, target);
        Assert.Equal("Success", record.GetProperty("requestContext").GetProperty("condition").GetString());
        Assert.False(record.GetProperty("responseContext").TryGetProperty("functionError", out _));
        Assert.True(record.GetProperty("responsePayload").GetProperty("ok").GetBoolean());
    }

    [Theory]
    [InlineData(true, "Success")]
    [InlineData(false, "Failure")]
    public async Task A_bus_gets_the_record_as_an_event_of_lambda(bool succeeds, string outcome)
    {
        const string Bus = "arn:aws:events:us-east-1:000000000000:event-bus/default";
        await using var world = new LambdaWorld();
        world.Service.InvokeConfigs.Put("fn", new EventInvokeConfig { MaximumRetryAttempts = 0, OnSuccess = Bus, OnFailure = Bus });
        Enqueue(world);

        var call = await world.Invoker.NextAsync();
        if (succeeds)
        {
            call.Return();
        }
        else
        {
            call.Fail();
        }

        await world.Service.Async.WhenIdleAsync();

        var (target, delivery) = Assert.Single(world.Targets.Deliveries);
        Assert.Equal((Bus, "lambda", $"Lambda Function Invocation Result - {outcome}"), (target, delivery.Event!.Source, delivery.Event.DetailType));
        Assert.Equal([Bus, "arn:aws:lambda:us-east-1:000000000000:function:fn:$LATEST"], delivery.Event.Resources);
    }

    [Fact]
    public async Task The_dead_letter_queue_gets_the_event_itself_with_the_error_in_attributes()
    {
        await using var world = new LambdaWorld(LambdaWorld.Function() with { DeadLetterTargetArn = DeadLetters });
        world.Service.InvokeConfigs.Put("fn", new EventInvokeConfig { MaximumRetryAttempts = 0 });
        var requestId = Enqueue(world, """{"sku":"A1"}""");

        (await world.Invoker.NextAsync()).Fail("no stock");
        await world.Service.Async.WhenIdleAsync();

        var (target, delivery) = Assert.Single(world.Targets.Deliveries);
        Assert.Equal((DeadLetters, """{"sku":"A1"}"""), (target, delivery.Body));
        Assert.Equal(MessageAttribute.OfString(requestId), delivery.Attributes!["RequestID"]);
        Assert.Equal(MessageAttribute.OfNumber("200"), delivery.Attributes["ErrorCode"]);
        Assert.Equal(MessageAttribute.OfString("no stock"), delivery.Attributes["ErrorMessage"]);
    }

    [Fact]
    public async Task An_event_that_would_be_too_old_for_its_retry_is_given_up()
    {
        await using var world = new LambdaWorld();
        world.Service.InvokeConfigs.Put("fn", new EventInvokeConfig { MaximumEventAge = TimeSpan.FromSeconds(60), OnFailure = Queue });
        Enqueue(world);

        (await world.Invoker.NextAsync()).Fail();
        await world.AdvanceWhenAwaitedAsync(TimeSpan.FromMinutes(1));
        (await world.Invoker.NextAsync()).Fail();
        await world.Service.Async.WhenIdleAsync();

        var context = JsonElement.Parse(Assert.Single(world.Targets.Deliveries).Delivery.Body).GetProperty("requestContext");
        Assert.Equal("EventAgeExceeded", context.GetProperty("condition").GetString());
        Assert.Equal(2, context.GetProperty("approximateInvokeCount").GetInt32());
    }

    [Fact]
    public async Task A_throttled_event_waits_longer_each_time_and_uses_no_retry()
    {
        await using var world = new LambdaWorld();
        world.Service.InvokeConfigs.Put("fn", new EventInvokeConfig { MaximumRetryAttempts = 0, OnFailure = Queue });
        Enqueue(world);

        foreach (var seconds in new[] { 1, 2, 4 })
        {
            (await world.Invoker.NextAsync()).Throttle();
            await world.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(seconds));
        }

        (await world.Invoker.NextAsync()).Return();
        await world.Service.Async.WhenIdleAsync();

        Assert.Empty(world.Targets.Deliveries);
    }

    [Fact]
    public async Task An_event_that_is_throttled_for_too_long_is_given_up_without_having_run()
    {
        await using var world = new LambdaWorld();
        world.Service.InvokeConfigs.Put("fn", new EventInvokeConfig { MaximumEventAge = TimeSpan.FromSeconds(60), OnFailure = Queue });
        Enqueue(world);

        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32 })
        {
            (await world.Invoker.NextAsync()).Throttle();
            await world.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(seconds));
        }

        await world.Service.Async.WhenIdleAsync();

        var record = JsonElement.Parse(Assert.Single(world.Targets.Deliveries).Delivery.Body);
        Assert.Equal("EventAgeExceeded", record.GetProperty("requestContext").GetProperty("condition").GetString());
        Assert.Equal(0, record.GetProperty("requestContext").GetProperty("approximateInvokeCount").GetInt32());
        Assert.False(record.TryGetProperty("responsePayload", out _));
    }

    [Fact]
    public async Task With_a_reserved_concurrency_of_zero_events_are_given_up_at_once()
    {
        await using var world = new LambdaWorld();
        world.Concurrency.Reserve("fn", 0);
        world.Service.InvokeConfigs.Put("fn", new EventInvokeConfig { OnFailure = Queue });

        Enqueue(world);
        await world.Service.Async.WhenIdleAsync();

        Assert.Single(world.Targets.Deliveries);
        Assert.False(world.Invoker.HasCall);
    }

    [Fact]
    public async Task An_event_that_nobody_keeps_is_announced()
    {
        await using var world = new LambdaWorld();
        world.Service.InvokeConfigs.Put("fn", new EventInvokeConfig { MaximumRetryAttempts = 0 });
        var requestId = Enqueue(world);

        (await world.Invoker.NextAsync()).Fail();
        await world.Service.Async.WhenIdleAsync();

        Assert.Equal(
            [$"fn: the event {requestId} was dropped (RetriesExhausted); the function has neither an on-failure destination nor a dead-letter queue."],
            world.Console.Notices);
    }

    [Fact]
    public async Task An_event_above_one_megabyte_is_refused()
    {
        await using var world = new LambdaWorld();

        var refused = Assert.Throws<AwsException>(() => Enqueue(world, new string('1', PayloadLimits.AsyncRequestBytes + 1)));

        Assert.Equal(("RequestTooLargeException", 413), (refused.Code, refused.Status));
        Assert.Equal("1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)", refused.Message);
    }

    [Theory]
    [InlineData(3, 3600, null, "1 validation error detected: Value '3' at 'maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 2")]
    [InlineData(2, 59, null, "1 validation error detected: Value '59' at 'maximumEventAgeInSeconds' failed to satisfy constraint: Member must have value greater than or equal to 60")]
    [InlineData(2, 3600, "arn:aws:sqs:us-east-1:000000000000:q.fifo", "The destination ARN arn:aws:sqs:us-east-1:000000000000:q.fifo is invalid: FIFO queues and topics are not supported as destinations.")]
    public void A_configuration_out_of_range_is_refused(int retries, int age, string? destination, string message)
    {
        var config = new EventInvokeConfig { MaximumRetryAttempts = retries, MaximumEventAge = TimeSpan.FromSeconds(age), OnFailure = destination };

        Assert.Equal(message, Assert.Throws<AwsException>(config.Validated).Message);
    }

    private static string Enqueue(LambdaWorld world, string payload = "{}") => world.Service.Async.Enqueue("fn", Encoding.UTF8.GetBytes(payload));
}
