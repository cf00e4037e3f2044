using System.Text.Json;
using Patterns.Local.Services;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Services.Lambda;

namespace Patterns.Local.Tests.Triggers;

public sealed class SqsEventSourceTests
{
    [Fact]
    public async Task The_event_has_the_exact_form_of_the_service()
    {
        await using var world = new LambdaWorld();
        var queue = await MapAsync(world);
        var sent = queue.Send(new NewMessage("""{"n":1}""")
        {
            Attributes = new Dictionary<string, MessageAttribute> { ["kind"] = MessageAttribute.OfString("price"), ["raw"] = new("Binary", null, new byte[] { 1, 2 }) },
        });

        var call = await world.Invoker.NextAsync();
        var record = JsonElement.Parse(call.Payload).GetProperty("Records")[0];

        Assert.Equal(
            $$$"""{"Records":[{"messageId":"{{{sent.MessageId}}}","receiptHandle":"{{{record.GetProperty("receiptHandle").GetString()}}}","body":"{\"n\":1}","attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1767323045000","SenderId":"000000000000","ApproximateFirstReceiveTimestamp":"1767323045000"},"messageAttributes":{"kind":{"stringValue":"price","stringListValues":[],"binaryListValues":[],"dataType":"String"},"raw":{"binaryValue":"AQI=","stringListValues":[],"binaryListValues":[],"dataType":"Binary"}},"md5OfMessageAttributes":"{{{sent.AttributesDigest}}}","md5OfBody":"{{{sent.BodyDigest}}}","eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:us-east-1:000000000000:q","awsRegion":"us-east-1"}]}""",
            call.Payload);
        call.Return();
    }

    [Fact]
    public async Task A_message_of_a_fifo_queue_carries_its_group_and_number()
    {
        await using var world = new LambdaWorld();
        var queue = await MapAsync(world, fifo: true);
        SendToGroup(queue, "g", "1");

        var call = await world.Invoker.NextAsync();

        var record = JsonElement.Parse(call.Payload).GetProperty("Records")[0];
        var attributes = record.GetProperty("attributes");
        Assert.Equal("g", attributes.GetProperty("MessageGroupId").GetString());
        Assert.Equal("g1", attributes.GetProperty("MessageDeduplicationId").GetString());
        Assert.Equal(20, attributes.GetProperty("SequenceNumber").GetString()!.Length);
        Assert.False(record.TryGetProperty("md5OfMessageAttributes", out _));
        call.Return();
    }

    [Fact]
    public async Task Messages_of_a_batch_that_succeeded_are_deleted()
    {
        await using var world = new LambdaWorld();
        var queue = await MapAsync(world);
        Send(queue, "a");

        (await world.Invoker.NextAsync()).Return("\"whatever\"");

        await IsEmptyAsync(queue);
    }

    [Fact]
    public async Task A_batch_that_failed_comes_back_when_its_visibility_time_out_is_over()
    {
        await using var world = new LambdaWorld();
        var queue = await MapAsync(world);
        Send(queue, "a");

        (await world.Invoker.NextAsync()).Fail();
        await SettledAsync(world, "PROBLEM: Function call failed");
        world.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(world.Invoker.HasCall);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = await world.Invoker.NextAsync();

        Assert.Equal("2", Records(again)[0].GetProperty("attributes").GetProperty("ApproximateReceiveCount").GetString());
        again.Return();
    }

    [Fact]
    public async Task Only_the_reported_messages_return_to_the_queue()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        Send(queue, "a", "b", "c");
        await MapAsync(world, settings => settings with { ReportsBatchItemFailures = true });

        var call = await world.Invoker.NextAsync();
        call.Return($$$"""{"batchItemFailures":[{"itemIdentifier":"{{{IdOf(call, "b")}}}"}]}""");
        await SettledAsync(world, "OK");
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        var again = await world.Invoker.NextAsync();

        Assert.Equal(["b"], Bodies(again));
        again.Return();
        await IsEmptyAsync(queue);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_trusted_returns_the_whole_batch()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        Send(queue, "a", "b");
        await MapAsync(world, settings => settings with { ReportsBatchItemFailures = true });

        (await world.Invoker.NextAsync()).Return("""{"batchItemFailures":[{"itemIdentifier":"no such message"}]}""");
        await SettledAsync(world, "PROBLEM: Function call failed");

        Assert.Equal(2, queue.Counts.InFlight);
    }

    [Fact]
    public async Task A_report_that_the_mapping_does_not_ask_for_is_warned_about_once()
    {
        await using var world = new LambdaWorld();
        var queue = await MapAsync(world);

        for (var i = 0; i < 2; i++)
        {
            Send(queue, "a");
            var call = await world.Invoker.NextAsync();
            call.Return($$$"""{"batchItemFailures":[{"itemIdentifier":"{{{IdOf(call, "a")}}}"}]}""");
            await IsEmptyAsync(queue);
        }

        Assert.Equal(
            ["fn replied with batchItemFailures, but its mapping of q has no FunctionResponseTypes: [ReportBatchItemFailures]; the whole batch counts as done and its failed messages are lost."],
            world.Console.Notices);
    }

    [Fact]
    public async Task A_batch_holds_no_more_messages_than_its_size()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        Send(queue, "a", "b", "c");
        await MapAsync(world, settings => settings with { BatchSize = 2 });

        var first = await world.Invoker.NextAsync();
        var second = await world.Invoker.NextAsync();

        Assert.Equal([1, 2], new[] { Bodies(first).Length, Bodies(second).Length }.Order());
        first.Return();
        second.Return();
    }

    [Fact]
    public async Task A_window_gathers_messages_until_it_is_over()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        Send(queue, "a");
        await MapAsync(world, settings => settings with { BatchSize = 100, BatchingWindow = TimeSpan.FromSeconds(5) });
        await Eventually.BecomesTrueAsync(() => queue.Counts.InFlight == 1);

        Send(queue, "b");
        await Eventually.BecomesTrueAsync(() => queue.Counts.InFlight == 2);
        Assert.False(world.Invoker.HasCall);
        await world.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(5));
        var call = await world.Invoker.NextAsync();

        Assert.Equal(["a", "b"], Bodies(call));
        call.Return();
    }

    [Fact]
    public async Task A_full_batch_does_not_wait_for_its_window()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        Send(queue, [.. Enumerable.Range(0, 30).Select(i => $"{i}")]);
        await MapAsync(world, settings => settings with { BatchSize = 25, BatchingWindow = TimeSpan.FromSeconds(300) });

        var call = await world.Invoker.NextAsync();

        Assert.Equal(25, Bodies(call).Length);
        call.Return();
    }

    [Fact]
    public async Task A_batch_ends_before_its_event_has_six_megabytes()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        Send(queue, [.. Enumerable.Range(0, 10).Select(i => new string((char)('a' + i), 1_000_000))]);
        await MapAsync(world);

        var first = await world.Invoker.NextAsync();
        var second = await world.Invoker.NextAsync();

        Assert.Equal([4, 6], new[] { Bodies(first).Length, Bodies(second).Length }.Order());
        Assert.True(first.Payload.Length <= 6 * 1024 * 1024);
        first.Return();
        second.Return();
        await IsEmptyAsync(queue);
    }

    [Fact]
    public async Task Messages_that_no_filter_matches_are_deleted_unseen()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        Send(queue, """{"kind":"price"}""", """{"kind":"other"}""", "plain text");
        await MapAsync(world, settings => settings with { Filters = ["""{"body":{"kind":["price"]}}""", """{"body":{"kind":["offer"]}}"""] });

        var call = await world.Invoker.NextAsync();

        Assert.Equal(["""{"kind":"price"}"""], Bodies(call));
        Assert.Equal(1, queue.Counts.InFlight);
        Assert.Equal(0, queue.Counts.Visible);
        call.Return();
        await IsEmptyAsync(queue);
    }

    [Fact]
    public async Task A_filter_on_plain_text_does_not_see_json()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        Send(queue, "hello", """{"hello":1}""");
        await MapAsync(world, settings => settings with { Filters = ["""{"body":["hello"]}"""] });

        var call = await world.Invoker.NextAsync();

        Assert.Equal(["hello"], Bodies(call));
        call.Return();
    }

    [Fact]
    public async Task A_group_has_one_batch_in_flight_and_a_batch_may_hold_several_groups()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q.fifo", new Dictionary<string, string> { ["FifoQueue"] = "true" });
        SendToGroup(queue, "g", "1", "2");
        SendToGroup(queue, "h", "1");
        await MapAsync(world, fifo: true);

        var first = await world.Invoker.NextAsync();
        SendToGroup(queue, "g", "3");
        SendToGroup(queue, "i", "1");
        var second = await world.Invoker.NextAsync();

        Assert.Equal(["g1", "g2", "h1"], Bodies(first).Order());
        Assert.Equal(["i1"], Bodies(second));
        first.Return();
        var third = await world.Invoker.NextAsync();
        Assert.Equal(["g3"], Bodies(third));
        second.Return();
        third.Return();
        await IsEmptyAsync(queue);
    }

    [Fact]
    public async Task No_more_batches_run_at_once_than_the_mapping_allows()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        Send(queue, "a", "b", "c");
        await MapAsync(world, settings => settings with { BatchSize = 1, MaximumConcurrency = 2 });

        var first = await world.Invoker.NextAsync();
        var second = await world.Invoker.NextAsync();
        Assert.Equal(1, queue.Counts.Visible);
        first.Return();
        var third = await world.Invoker.NextAsync();

        second.Return();
        third.Return();
        await IsEmptyAsync(queue);
    }

    [Fact]
    public async Task A_throttled_batch_is_tried_again_until_its_messages_are_visible()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        Send(queue, "a");
        await MapAsync(world);

        (await world.Invoker.NextAsync()).Throttle();
        await world.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(1));
        var retried = await world.Invoker.NextAsync();

        Assert.Equal("1", Records(retried)[0].GetProperty("attributes").GetProperty("ApproximateReceiveCount").GetString());
        retried.Return();
        await IsEmptyAsync(queue);
    }

    [Fact]
    public async Task Throttling_uses_up_the_receives_of_a_message()
    {
        await using var world = new LambdaWorld();
        var dead = world.Sqs.Create("dead");
        var queue = world.Sqs.Create("q", new Dictionary<string, string> { ["RedrivePolicy"] = $$"""{"deadLetterTargetArn":"{{dead.Arn}}","maxReceiveCount":"2"}""" });
        Send(queue, "a");
        await MapAsync(world);

        while (dead.Counts.Visible == 0)
        {
            if (world.Invoker.HasCall)
            {
                (await world.Invoker.NextAsync()).Throttle();
            }

            world.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(0, queue.Counts.InFlight);
    }

    [Fact]
    public async Task A_disabled_mapping_leaves_messages_alone_until_it_is_enabled()
    {
        await using var world = new LambdaWorld();
        var queue = world.Sqs.Create("q");
        await MapAsync(world, settings => settings with { IsEnabled = false });
        var mapping = world.Service.Mappings.List().Single();
        Send(queue, "a");

        Assert.Equal(("Disabled", 1), (mapping.State, queue.Counts.Visible));
        await world.Service.Mappings.UpdateAsync(mapping.Id, settings => settings with { IsEnabled = true });
        (await world.Invoker.NextAsync()).Return();
        await IsEmptyAsync(queue);
        await world.Service.Mappings.UpdateAsync(mapping.Id, settings => settings with { IsEnabled = false });
        Send(queue, "b");

        Assert.Equal(("Disabled", 1), (mapping.State, queue.Counts.Visible));
    }

    [Fact]
    public async Task A_queue_that_is_deleted_stops_the_mapping_with_a_notice()
    {
        await using var world = new LambdaWorld();
        var queue = await MapAsync(world);

        world.Sqs.Delete(queue);

        await Eventually.BecomesTrueAsync(() => !world.Console.Notices.IsEmpty);
        Assert.Equal("fn no longer reads arn:aws:sqs:us-east-1:000000000000:q: The specified queue does not exist.", world.Console.Notices.Single());
    }

    [Fact]
    public async Task A_window_and_a_function_that_outlast_the_visibility_time_out_lengthen_it()
    {
        await using var world = new LambdaWorld(LambdaWorld.Function() with { Timeout = TimeSpan.FromSeconds(20) });
        var queue = world.Sqs.Create("q");
        Send(queue, "a");
        await MapAsync(world, settings => settings with { BatchingWindow = TimeSpan.FromSeconds(15) });

        await world.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(15));
        (await world.Invoker.NextAsync()).Fail();
        await SettledAsync(world, "PROBLEM: Function call failed");
        world.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(1, queue.Counts.InFlight);
        Assert.False(world.Invoker.HasCall);
    }

    [Theory]
    [InlineData(11, 0, false, "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10")]
    [InlineData(11, 0, true, "BatchSize must be less than or equal to 10 for FIFO queues.")]
    [InlineData(10, 1, true, "Batching window is not supported for FIFO queues.")]
    [InlineData(10_001, 1, false, "1 validation error detected: Value '10001' at 'batchSize' failed to satisfy constraint: Member must have value less than or equal to 10000")]
    [InlineData(10, 301, false, "1 validation error detected: Value '301' at 'maximumBatchingWindowInSeconds' failed to satisfy constraint: Member must have value less than or equal to 300")]
    public async Task Batch_settings_that_do_not_fit_the_queue_are_refused(int size, int window, bool fifo, string message)
    {
        await using var world = new LambdaWorld();

        var refused = await Assert.ThrowsAsync<AwsException>(() => MapAsync(world, settings => settings with { BatchSize = size, BatchingWindow = TimeSpan.FromSeconds(window) }, fifo));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task A_function_that_may_run_longer_than_messages_stay_hidden_is_refused()
    {
        await using var world = new LambdaWorld(LambdaWorld.Function() with { Timeout = TimeSpan.FromSeconds(31) });

        var refused = await Assert.ThrowsAsync<AwsException>(() => MapAsync(world));

        Assert.Equal("Queue visibility timeout: 30 seconds is less than Function timeout: 31 seconds", refused.Message);
    }

    [Fact]
    public async Task A_second_mapping_of_the_same_queue_and_function_is_a_conflict()
    {
        await using var world = new LambdaWorld();
        await MapAsync(world);

        var refused = await Assert.ThrowsAsync<AwsException>(() => MapAsync(world));

        Assert.Equal(("ResourceConflictException", 409), (refused.Code, refused.Status));
    }

    [Fact]
    public async Task A_pattern_that_is_no_pattern_is_refused()
    {
        await using var world = new LambdaWorld();

        var refused = await Assert.ThrowsAsync<AwsException>(() => MapAsync(world, settings => settings with { Filters = ["""{"body":"x"}"""] }));

        Assert.StartsWith("Invalid filter pattern definition.", refused.Message);
    }

    private static async Task<SqsQueue> MapAsync(LambdaWorld world, Func<EventSourceMappingSettings, EventSourceMappingSettings>? change = null, bool fifo = false)
    {
        var name = fifo ? "q.fifo" : "q";
        if (!world.Sqs.TryFind(name, out var queue))
        {
            queue = world.Sqs.Create(name, fifo ? new Dictionary<string, string> { ["FifoQueue"] = "true" } : null);
        }

        var settings = new EventSourceMappingSettings(world.Service.Functions.Find("fn"), queue.Arn);
        await world.Service.Mappings.CreateAsync(change?.Invoke(settings) ?? settings);
        return queue;
    }

    private static void Send(SqsQueue queue, params string[] bodies)
    {
        foreach (var body in bodies)
        {
            queue.Send(new NewMessage(body));
        }
    }

    private static void SendToGroup(SqsQueue queue, string group, params string[] numbers)
    {
        foreach (var number in numbers)
        {
            queue.Send(new NewMessage(group + number) { GroupId = group, DeduplicationId = group + number });
        }
    }

    private static JsonElement[] Records(FakeInvoker.Call call) => [.. JsonElement.Parse(call.Payload).GetProperty("Records").EnumerateArray()];

    private static string[] Bodies(FakeInvoker.Call call) => [.. Records(call).Select(record => record.GetProperty("body").GetString()!)];

    private static string IdOf(FakeInvoker.Call call, string body) =>
        Records(call).Single(record => record.GetProperty("body").GetString() == body).GetProperty("messageId").GetString()!;

    private static Task SettledAsync(LambdaWorld world, string result) =>
        Eventually.BecomesTrueAsync(() => world.Service.Mappings.List().Single().Source!.LastProcessingResult == result);

    private static Task IsEmptyAsync(SqsQueue queue) =>
        Eventually.BecomesTrueAsync(() => queue.Counts is { Visible: 0, InFlight: 0, Delayed: 0 });
}
