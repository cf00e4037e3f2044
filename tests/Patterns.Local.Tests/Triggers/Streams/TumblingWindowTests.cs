using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Tests.Services.Lambda;

namespace Patterns.Local.Tests.Triggers.Streams;

/// <summary>The clock begins at 03:04:05, five seconds into a window of ten.</summary>
public sealed class TumblingWindowTests
{
    [Fact]
    public async Task The_state_goes_from_one_invocation_to_the_next_and_ends_with_a_final_one()
    {
        await using var world = new StreamWorld();
        await MapAsync(world);
        world.Put(1);
        var first = await world.NextAsync();
        first.Return("""{"state":{"sum":"1"}}""");
        await world.DoneAsync(1);
        world.Put(1);
        var second = await world.NextAsync();
        second.Return("""{"state":{"sum":"3"}}""");
        await world.PassAsync(5);
        var last = await world.NextAsync();
        last.Return("{}");

        Assert.Equal(Event(first.Payload[12..first.Payload.IndexOf(']')], "{}"), first.Payload);
        Assert.Equal("""{"sum":"1"}""", State(second));
        Assert.Equal(
            """{"Records":[],"window":{"start":"2026-01-02T03:04:00Z","end":"2026-01-02T03:04:10Z"},"state":{"sum":"3"},"shardId":"shard-1","eventSourceARN":"arn:aws:kinesis:us-east-1:000000000000:stream/s","isFinalInvokeForWindow":true,"isWindowTerminatedEarly":false}""",
            last.Payload);
    }

    [Fact]
    public async Task A_record_of_the_next_window_ends_the_one_before_first()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        world.Lambda.Clock.Advance(TimeSpan.FromSeconds(10));
        world.Put(1);
        await MapAsync(world);

        Assert.Equal([1, 2], await world.ReturnAsync("""{"state":{"a":"1"}}"""));
        var final = await world.NextAsync();
        Assert.Equal((true, """{"a":"1"}"""), (IsFinal(final), State(final)));
        final.Return();
        var next = await world.NextAsync();
        Assert.Equal([3], StreamWorld.Numbers(next));
        Assert.Equal("{}", State(next));
    }

    [Fact]
    public async Task A_backlog_of_several_batches_stays_in_its_window_although_that_is_over()
    {
        await using var world = new StreamWorld();
        world.Put(3);
        world.Lambda.Clock.Advance(TimeSpan.FromMinutes(1));
        await MapAsync(world, settings => settings with { BatchSize = 2 });

        Assert.Equal([1, 2], await world.ReturnAsync("""{"state":{"a":"1"}}"""));
        var second = await world.NextAsync();
        Assert.Equal((false, """{"a":"1"}"""), (IsFinal(second), State(second)));
        second.Return("""{"state":{"a":"2"}}""");
        var final = await world.NextAsync();
        Assert.Equal((true, """{"a":"2"}"""), (IsFinal(final), State(final)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"state":null}""")]
    [InlineData("no json")]
    public async Task A_reply_without_state_is_a_failure(string reply)
    {
        await using var world = new StreamWorld();
        world.Put(1);
        await MapAsync(world);

        await world.ReturnAsync(reply);
        await world.PassAsync(1);

        Assert.Equal([1], await world.ReturnAsync("""{"state":{}}"""));
        Assert.Contains("has no 'state'", world.Notices.First());
    }

    [Fact]
    public async Task A_partial_reply_keeps_the_state_of_the_records_that_are_done()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await MapAsync(world, settings => settings with { ReportsBatchItemFailures = true });

        await world.ReturnAsync("""{"state":{"done":"1"},"batchItemFailures":[{"itemIdentifier":"2"}]}""");
        var rest = await world.NextAsync();

        Assert.Equal([2], StreamWorld.Numbers(rest));
        Assert.Equal("""{"done":"1"}""", State(rest));
    }

    [Fact]
    public async Task A_state_above_one_megabyte_ends_the_window_early_and_a_fresh_one_follows()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await MapAsync(world, settings => settings with { BatchSize = 1 });

        await world.ReturnAsync($$$"""{"state":{"large":"{{{new string('x', 1024 * 1024)}}}"}}""");
        var final = await world.NextAsync();
        Assert.True(IsFinal(final) && IsEarly(final));
        final.Return();
        var next = await world.NextAsync();

        Assert.Equal([2], StreamWorld.Numbers(next));
        Assert.Equal("{}", State(next));
        Assert.Equal(Start(final), Start(next));
    }

    [Fact]
    public async Task A_shard_that_closes_ends_its_window_early()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        await MapAsync(world);
        await world.ReturnAsync("""{"state":{"a":"1"}}""");
        await world.DoneAsync(1);
        world.Shard.Close();
        var child = world.Stream.AddShard("shard-2", "2", "shard-1");
        world.Put(1, child);

        var final = await world.NextAsync();
        Assert.True(IsFinal(final) && IsEarly(final));
        Assert.False(world.Lambda.Invoker.HasCall);
        final.Return();
        Assert.Equal("{}", State(await world.NextAsync()));
    }

    [Fact]
    public async Task A_final_invocation_that_fails_is_tried_again_before_the_shard_goes_on()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        world.Lambda.Clock.Advance(TimeSpan.FromSeconds(10));
        world.Put(1);
        await MapAsync(world);
        await world.ReturnAsync("""{"state":{}}""");

        var final = await world.NextAsync();
        final.Fail();
        await world.PassAsync(1);
        Assert.Equal(final.Payload, (await FinalAsync(world)).Payload);
        Assert.Equal([2], await world.ReturnAsync("""{"state":{}}"""));
    }

    [Fact]
    public async Task A_final_invocation_is_given_up_when_its_retries_are_exhausted()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        world.Lambda.Clock.Advance(TimeSpan.FromSeconds(10));
        world.Put(1);
        await MapAsync(world, settings => settings with { Stream = settings.Stream with { MaximumRetryAttempts = 0 } });
        await world.ReturnAsync("""{"state":{}}""");

        await world.FailAsync();

        Assert.Equal([2], await world.ReturnAsync("""{"state":{}}"""));
        Assert.Contains("fn: the final state of a window of kinesis s (shard-1, 2026-01-02 03:04:00Z) is lost: the function failed 1 times.", world.Notices);
    }

    [Fact]
    public async Task The_state_survives_a_pause_of_the_mapping()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        await MapAsync(world);
        await world.ReturnAsync("""{"state":{"a":"1"}}""");
        await world.DoneAsync(1);
        await world.UpdateAsync(settings => settings with { IsEnabled = false });
        world.Put(1);
        await world.UpdateAsync(settings => settings with { IsEnabled = true });

        Assert.Equal("""{"a":"1"}""", State(await world.NextAsync()));
    }

    private static async Task<FakeInvoker.Call> FinalAsync(StreamWorld world)
    {
        var call = await world.NextAsync();
        call.Return();
        return call;
    }

    private static Task MapAsync(StreamWorld world, Func<EventSourceMappingSettings, EventSourceMappingSettings>? change = null) =>
        world.MapAsync(stream => stream with { TumblingWindow = TimeSpan.FromSeconds(10) }, change);

    private static string Event(string records, string state) =>
        $$"""{"Records":[{{records}}],"window":{"start":"2026-01-02T03:04:00Z","end":"2026-01-02T03:04:10Z"},"state":{{state}},"shardId":"shard-1","eventSourceARN":"{{StreamWorld.Arn}}","isFinalInvokeForWindow":false,"isWindowTerminatedEarly":false}""";

    private static string State(FakeInvoker.Call call) => StreamWorld.Event(call).GetProperty("state").GetRawText();

    private static string Start(FakeInvoker.Call call) => StreamWorld.Event(call).GetProperty("window").GetProperty("start").GetString()!;

    private static bool IsFinal(FakeInvoker.Call call) => StreamWorld.Event(call).GetProperty("isFinalInvokeForWindow").GetBoolean();

    private static bool IsEarly(FakeInvoker.Call call) => StreamWorld.Event(call).GetProperty("isWindowTerminatedEarly").GetBoolean();
}
