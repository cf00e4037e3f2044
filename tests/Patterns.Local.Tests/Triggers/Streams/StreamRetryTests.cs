using System.Text.Json;
using Patterns.Local.Services;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Streams;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Triggers.Streams;

public sealed class StreamRetryTests
{
    private static readonly Func<EventSourceMappingSettings, EventSourceMappingSettings> Reporting = settings => settings with { ReportsBatchItemFailures = true };

    [Fact]
    public async Task A_batch_that_fails_is_tried_again_with_growing_pauses_and_blocks_what_follows()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await world.MapAsync();

        foreach (var pause in (double[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            Assert.Equal([1, 2], await world.FailAsync());
            world.Put(1);
            await world.PassAsync(pause);
        }

        Assert.Equal([1, 2], await world.ReturnAsync());
        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10], await world.ReturnAsync());
    }

    [Fact]
    public async Task A_mapping_without_limits_says_that_it_is_blocked()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await world.MapAsync();
        await world.FailAsync();
        await world.PassAsync(1);
        await world.FailAsync();
        await world.PassAsync(2);
        await world.ReturnAsync();
        await world.DoneAsync(2);

        Assert.Equal(
            ["fn: 2 records of kinesis s (shard-1, from 1) failed and will be tried until they succeed or expire after 24 hours, and what follows them waits: the mapping has neither MaximumRetryAttempts nor MaximumRecordAgeInSeconds."],
            world.Notices);
    }

    [Fact]
    public async Task Exhausted_retries_give_a_failure_record_and_the_shard_goes_on()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        world.Lambda.Clock.Advance(TimeSpan.FromMilliseconds(120));
        world.Put(1);
        await world.MapAsync(stream => stream with { MaximumRetryAttempts = 1, OnFailure = StreamWorld.Queue });

        await world.FailAsync();
        await world.PassAsync(1);
        await world.FailAsync();
        await world.DoneAsync(2);
        world.Put(1);

        Assert.Equal([3], await world.ReturnAsync());
        var (target, delivery) = world.Lambda.Targets.Deliveries.Single();
        Assert.Equal(StreamWorld.Queue, target);
        Assert.Equal(
            """{"requestContext":{"requestId":"request","functionArn":"arn:aws:lambda:us-east-1:000000000000:function:fn","condition":"RetryAttemptsExhausted","approximateInvokeCount":2},"responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},"version":"1.0","timestamp":"2026-01-02T03:04:06.120Z","KinesisBatchInfo":{"shardId":"shard-1","startSequenceNumber":"1","endSequenceNumber":"2","approximateArrivalOfFirstRecord":"2026-01-02T03:04:05.000Z","approximateArrivalOfLastRecord":"2026-01-02T03:04:05.120Z","batchSize":2,"streamArn":"arn:aws:kinesis:us-east-1:000000000000:stream/s"}}""",
            delivery.Body);
    }

    [Fact]
    public async Task A_destination_that_is_busy_gets_the_failure_record_later_and_the_shard_waits_for_it()
    {
        await using var world = new StreamWorld();
        var targets = world.Lambda.Targets;
        targets.FirstAnswers.Enqueue(DeliveryResult.Retryable("busy"));
        targets.FirstAnswers.Enqueue(DeliveryResult.Retryable("busy"));
        world.Put(1);
        await world.MapAsync(stream => stream with { MaximumRetryAttempts = 0, OnFailure = StreamWorld.Queue });
        await world.FailAsync();
        world.Put(1);
        await world.PassAsync(1);
        Assert.Equal((0, false), (world.Progress.Checkpoint, world.Lambda.Invoker.HasCall));
        await world.PassAsync(2);

        Assert.Equal([2], await world.ReturnAsync());
        Assert.Equal(3, targets.Deliveries.Count);
        Assert.Single(targets.Deliveries.Select(delivery => delivery.Delivery.Body).Distinct());
        Assert.Empty(world.Notices);
    }

    [Fact]
    public async Task A_destination_that_stays_busy_is_tried_until_the_records_are_too_old()
    {
        await using var world = new StreamWorld();
        world.Lambda.Targets.Answer = DeliveryResult.Retryable("busy");
        world.Put(1);
        await world.MapAsync(stream => stream with { MaximumRetryAttempts = 0, MaximumRecordAge = TimeSpan.FromSeconds(60), OnFailure = StreamWorld.Queue });
        await world.FailAsync();
        foreach (var pause in (double[])[1, 2, 4, 8, 16, 32])
        {
            await world.PassAsync(pause);
        }

        await world.DoneAsync(1);
        Assert.Equal([$"fn: the on-failure destination {StreamWorld.Queue} did not take the failure record of 1 record of kinesis s (shard-1, from 1): busy"], world.Notices);
    }

    [Fact]
    public async Task Records_whose_destination_is_busy_are_not_done_when_the_mapping_stops()
    {
        await using var world = new StreamWorld();
        world.Lambda.Targets.FirstAnswers.Enqueue(DeliveryResult.Retryable("busy"));
        world.Put(1);
        await world.MapAsync(stream => stream with { MaximumRetryAttempts = 0, OnFailure = StreamWorld.Queue });
        await world.FailAsync();
        await Eventually.BecomesTrueAsync(() => world.Lambda.Targets.Deliveries.Count == 1);

        await world.UpdateAsync(settings => settings with { IsEnabled = false });
        await world.UpdateAsync(settings => settings with { IsEnabled = true });

        Assert.Equal([1], await world.ReturnAsync());
    }

    [Fact]
    public async Task Without_a_destination_the_developer_learns_what_was_discarded()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        await world.MapAsync(stream => stream with { MaximumRetryAttempts = 0 });
        await world.FailAsync();
        await world.DoneAsync(1);

        Assert.Equal(["fn: 1 record of kinesis s (shard-1, from 1) discarded (RetryAttemptsExhausted); the mapping has no on-failure destination."], world.Notices);
    }

    [Fact]
    public async Task A_record_that_is_too_old_gives_a_failure_record_and_the_younger_ones_go_on()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        world.Lambda.Clock.Advance(TimeSpan.FromSeconds(59));
        world.Put(1);
        await world.MapAsync(stream => stream with { MaximumRecordAge = TimeSpan.FromSeconds(60), OnFailure = StreamWorld.Queue });

        Assert.Equal([1, 2], await world.FailAsync());
        await world.PassAsync(1);
        Assert.Equal([2], await world.ReturnAsync());

        var record = JsonElement.Parse(world.Lambda.Targets.Deliveries.Single().Delivery.Body);
        Assert.Equal("RecordAgeExceeded", record.GetProperty("requestContext").GetProperty("condition").GetString());
        Assert.Equal(1, record.GetProperty("KinesisBatchInfo").GetProperty("batchSize").GetInt32());
    }

    [Fact]
    public async Task A_record_that_was_too_old_from_the_first_never_meets_the_function()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        world.Lambda.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.MapAsync(stream => stream with { MaximumRecordAge = TimeSpan.FromSeconds(60), OnFailure = StreamWorld.Queue });

        await world.DoneAsync(2);
        var record = JsonElement.Parse(world.Lambda.Targets.Deliveries.Single().Delivery.Body);
        Assert.Equal(0, record.GetProperty("requestContext").GetProperty("approximateInvokeCount").GetInt32());
        Assert.False(record.TryGetProperty("responseContext", out _));
        Assert.False(world.Lambda.Invoker.HasCall);
    }

    [Fact]
    public async Task Records_that_expire_while_they_block_the_lane_let_it_go_on()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        await world.MapAsync();
        var call = await world.NextAsync();
        world.Lambda.Clock.Advance(TimeSpan.FromHours(24));
        call.Fail();
        await world.PassAsync(1);
        await world.DoneAsync(1);
        world.Put(1);

        Assert.Equal([2], await world.ReturnAsync());
        Assert.Contains("discarded (RecordAgeExceeded)", world.Notices.Last());
    }

    [Fact]
    public async Task Records_that_expire_before_they_are_read_are_told_of()
    {
        await using var world = new StreamWorld();
        world.Put(3);
        await world.MapAsync(common: settings => settings with { BatchSize = 1 });
        var call = await world.NextAsync();
        world.Lambda.Clock.Advance(TimeSpan.FromHours(24));
        call.Return();

        await world.DoneAsync(3);
        Assert.Equal(["fn: 2 records of kinesis s expired before they could be processed."], world.Notices);
    }

    [Fact]
    public async Task Records_that_expire_while_another_lane_has_them_are_told_of_by_that_lane_alone()
    {
        await using var world = new StreamWorld();
        var keys = Enumerable.Range(0, 100).Select(number => $"key{number}").ToLookup(key => KeyHash.Of(key) % 2);
        world.PutKey(keys[0].First());
        for (var i = 0; i < 3; i++)
        {
            world.PutKey(keys[1].First());
        }

        await world.MapAsync(stream => stream with { ParallelizationFactor = 2, MaximumRetryAttempts = 5 }, settings => settings with { BatchSize = 1 });
        var calls = new[] { await world.NextAsync(), await world.NextAsync() };
        var (slow, quick) = StreamWorld.Numbers(calls[0])[0] == 1 ? (calls[0], calls[1]) : (calls[1], calls[0]);
        world.Lambda.Clock.Advance(TimeSpan.FromHours(24));
        quick.Return();
        await Eventually.BecomesTrueAsync(() => world.Notices.Any());
        slow.Fail();
        await world.PassAsync(1);

        await world.DoneAsync(4);
        Assert.Equal(
            [
                "fn: 2 records of kinesis s expired before they could be processed.",
                "fn: 1 record of kinesis s (shard-1, from 1) discarded (RecordAgeExceeded); the mapping has no on-failure destination.",
            ],
            world.Notices);
    }

    [Fact]
    public async Task Bisection_isolates_the_poison_record_and_costs_no_retries()
    {
        await using var world = new StreamWorld();
        world.Put(4);
        await world.MapAsync(stream => stream with { BisectsBatchOnFunctionError = true, MaximumRetryAttempts = 1, OnFailure = StreamWorld.Queue });

        Assert.Equal([1, 2, 3, 4], await world.FailAsync());
        Assert.Equal([1, 2], await world.ReturnAsync());
        Assert.Equal([3, 4], await world.FailAsync());
        Assert.Equal([3], await world.FailAsync());
        await world.PassAsync(1);
        Assert.Equal([3], await world.FailAsync());
        Assert.Equal([4], await world.ReturnAsync());
        await world.DoneAsync(4);

        var info = JsonElement.Parse(world.Lambda.Targets.Deliveries.Single().Delivery.Body);
        Assert.Equal(2, info.GetProperty("requestContext").GetProperty("approximateInvokeCount").GetInt32());
        Assert.Equal("3", info.GetProperty("KinesisBatchInfo").GetProperty("startSequenceNumber").GetString());
        Assert.Equal("3", info.GetProperty("KinesisBatchInfo").GetProperty("endSequenceNumber").GetString());
    }

    [Fact]
    public async Task The_second_half_waits_while_the_first_is_tried_again()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await world.MapAsync(stream => stream with { BisectsBatchOnFunctionError = true });

        await world.FailAsync();
        Assert.Equal([1], await world.FailAsync());
        await world.PassAsync(1);
        Assert.Equal([1], await world.ReturnAsync());
        Assert.Equal([2], await world.ReturnAsync());
    }

    [Fact]
    public async Task A_partial_reply_moves_the_checkpoint_to_the_lowest_failure()
    {
        await using var world = new StreamWorld();
        world.Put(5);
        await world.MapAsync(common: Reporting);

        Assert.Equal([1, 2, 3, 4, 5], await world.ReturnAsync(StreamWorld.Failures(5, 3)));
        Assert.Equal([3, 4, 5], await world.ReturnAsync(StreamWorld.Failures(4)));
        Assert.Equal([4, 5], await world.ReturnAsync("{}"));
        await world.DoneAsync(5);
    }

    [Fact]
    public async Task A_partial_reply_that_moves_on_gives_the_rest_its_own_retries()
    {
        await using var world = new StreamWorld();
        world.Put(3);
        await world.MapAsync(stream => stream with { MaximumRetryAttempts = 1, OnFailure = StreamWorld.Queue }, Reporting);

        Assert.Equal([1, 2, 3], await world.ReturnAsync(StreamWorld.Failures(2)));
        Assert.Equal([2, 3], await world.ReturnAsync(StreamWorld.Failures(3)));
        Assert.Equal([3], await world.ReturnAsync(StreamWorld.Failures(3)));
        await world.PassAsync(1);
        Assert.Equal([3], await world.ReturnAsync(StreamWorld.Failures(3)));
        await world.DoneAsync(3);

        var record = JsonElement.Parse(world.Lambda.Targets.Deliveries.Single().Delivery.Body);
        Assert.Equal(JsonValueKind.Null, record.GetProperty("responseContext").GetProperty("functionError").ValueKind);
        Assert.Equal(2, record.GetProperty("requestContext").GetProperty("approximateInvokeCount").GetInt32());
    }

    [Fact]
    public async Task Bisection_splits_at_the_reported_record_and_in_halves_when_it_is_the_first()
    {
        await using var world = new StreamWorld();
        world.Put(4);
        await world.MapAsync(stream => stream with { BisectsBatchOnFunctionError = true }, Reporting);

        Assert.Equal([1, 2, 3, 4], await world.ReturnAsync(StreamWorld.Failures(2)));
        Assert.Equal([2, 3, 4], await world.ReturnAsync(StreamWorld.Failures(2)));
        Assert.Equal([2], await world.ReturnAsync());
        Assert.Equal([3, 4], await world.ReturnAsync());
        await world.DoneAsync(4);
    }

    [Theory]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""")]
    [InlineData("""{"batchItemFailures":[{"foo":"1"}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"99"},{"itemIdentifier":"2"}]}""")]
    [InlineData("no json")]
    public async Task A_reply_that_cannot_be_trusted_fails_the_whole_batch(string reply)
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await world.MapAsync(common: Reporting);

        await world.ReturnAsync(reply);
        await world.PassAsync(1);

        Assert.Equal([1, 2], await world.ReturnAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("""{"batchItemFailures":[]}""")]
    [InlineData("""{"batchItemFailures":null}""")]
    public async Task A_reply_without_failures_is_a_success(string reply)
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await world.MapAsync(common: Reporting);

        await world.ReturnAsync(reply);

        await world.DoneAsync(2);
    }

    [Fact]
    public async Task A_report_that_the_mapping_does_not_ask_for_is_warned_about_once()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await world.MapAsync(common: settings => settings with { BatchSize = 1 });

        await world.ReturnAsync(StreamWorld.Failures(1));
        await world.ReturnAsync(StreamWorld.Failures(2));
        await world.DoneAsync(2);

        Assert.Contains("its mapping of kinesis s has no FunctionResponseTypes", world.Notices.Single());
    }

    [Fact]
    public async Task Throttling_waits_and_uses_up_no_retries()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        await world.MapAsync(stream => stream with { MaximumRetryAttempts = 0, OnFailure = StreamWorld.Queue });

        foreach (var pause in (double[])[1, 2, 4])
        {
            (await world.NextAsync()).Throttle();
            await world.PassAsync(pause);
        }

        Assert.Equal("PROBLEM: Function call throttled", world.LastResult);
        await world.ReturnAsync();
        await world.DoneAsync(1);
        Assert.Empty(world.Lambda.Targets.Deliveries);
    }

    [Fact]
    public async Task A_failing_lane_does_not_hold_up_the_others()
    {
        await using var world = new StreamWorld();
        var keys = (string[])["a", "b", "c", "d", "e", "f"];
        foreach (var key in keys)
        {
            world.PutKey(key);
        }

        await world.MapAsync(stream => stream with { ParallelizationFactor = 2 });
        var calls = new[] { await world.NextAsync(), await world.NextAsync() };
        var (bad, good) = (calls.Single(call => StreamWorld.Numbers(call).Contains(1)), calls.Single(call => !StreamWorld.Numbers(call).Contains(1)));
        bad.Fail();
        good.Return();
        world.PutKey(keys[StreamWorld.Numbers(good)[0] - 1]);

        Assert.Equal([7], await world.ReturnAsync());
        await world.PassAsync(1);
        Assert.Equal(StreamWorld.Numbers(bad), await world.ReturnAsync());
        await world.DoneAsync(7);
    }
}
