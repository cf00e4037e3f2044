using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Services.Lambda;

namespace Patterns.Local.Tests.Triggers.Streams;

public sealed class StreamBatchTests
{
    [Fact]
    public async Task A_batch_takes_what_is_there_up_to_its_size()
    {
        await using var world = new StreamWorld();
        world.Put(5);
        await world.MapAsync(common: settings => settings with { BatchSize = 2 });

        Assert.Equal([1, 2], await world.ReturnAsync());
        Assert.Equal([3, 4], await world.ReturnAsync());
        Assert.Equal([5], await world.ReturnAsync());
        await world.DoneAsync(5);
        Assert.Equal("OK", world.LastResult);
    }

    [Fact]
    public async Task A_record_that_comes_later_wakes_the_mapping()
    {
        await using var world = new StreamWorld();
        await world.MapAsync();
        world.Put(1);

        Assert.Equal([1], await world.ReturnAsync());
    }

    [Fact]
    public async Task The_next_batch_waits_for_the_one_before()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        await world.MapAsync();
        var first = await world.NextAsync();
        world.Put(2);

        Assert.False(world.Lambda.Invoker.HasCall);
        first.Return();
        Assert.Equal([2, 3], await world.ReturnAsync());
    }

    [Fact]
    public async Task A_window_gathers_until_it_is_over()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        await world.MapAsync(common: settings => settings with { BatchingWindow = TimeSpan.FromSeconds(10) });
        await Eventually.BecomesTrueAsync(() => world.Lambda.Clock.Timers.Count > 0);
        world.Lambda.Clock.Advance(TimeSpan.FromSeconds(6));
        world.Put(1);
        await world.PassAsync(4);

        Assert.Equal([1, 2], await world.ReturnAsync());
    }

    [Fact]
    public async Task A_full_batch_does_not_wait_for_its_window()
    {
        await using var world = new StreamWorld();
        await world.MapAsync(common: settings => settings with { BatchingWindow = TimeSpan.FromSeconds(300), BatchSize = 3 });
        world.Put(3);

        Assert.Equal([1, 2, 3], await world.ReturnAsync());
    }

    [Fact]
    public async Task An_event_stays_below_six_megabytes()
    {
        await using var world = new StreamWorld();
        var large = new string('x', 2_500_000);
        for (var i = 0; i < 3; i++)
        {
            world.PutKey("k", padding: large);
        }

        await world.MapAsync();

        Assert.Equal([1, 2], await world.ReturnAsync());
        Assert.Equal([3], await world.ReturnAsync());
    }

    [Fact]
    public async Task Latest_skips_what_was_there_before_the_mapping()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await world.MapAsync(stream => stream with { StartingPosition = StreamMappingSettings.Latest });
        world.Put(1);

        Assert.Equal([3], await world.ReturnAsync());
    }

    [Fact]
    public async Task A_timestamp_skips_what_came_before_it()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        world.Lambda.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Put(1);
        var time = world.Lambda.Clock.GetUtcNow();
        await world.MapAsync(stream => stream with { StartingPosition = StreamMappingSettings.AtTimestamp, StartingPositionTimestamp = time });

        Assert.Equal([2], await world.ReturnAsync());
    }

    [Fact]
    public async Task Records_that_match_no_filter_are_passed_over()
    {
        await using var world = new StreamWorld();
        world.PutKey("bad");
        world.PutKey("good");
        world.PutKey("bad");
        await world.MapAsync(common: settings => settings with { Filters = ["""{"key":["good"]}""", """{"key":["better"]}"""] });

        Assert.Equal([2], await world.ReturnAsync());
        await world.DoneAsync(3);
    }

    [Fact]
    public async Task A_batch_without_any_matching_record_invokes_nothing_and_moves_on()
    {
        await using var world = new StreamWorld();
        world.Put(500);
        await world.MapAsync(common: settings => settings with { Filters = ["""{"key":["other"]}"""] });

        await world.DoneAsync(500);
        Assert.False(world.Lambda.Invoker.HasCall);
    }

    [Fact]
    public async Task Lanes_run_at_once_and_each_key_stays_in_its_own()
    {
        await using var world = new StreamWorld();
        foreach (var key in (string[])["a", "b", "c", "d", "e", "f", "a", "b", "c", "d", "e", "f"])
        {
            world.PutKey(key);
        }

        await world.MapAsync(stream => stream with { ParallelizationFactor = 2 });
        var (first, second) = (await world.NextAsync(), await world.NextAsync());

        Assert.Empty(Keys(first).Intersect(Keys(second)));
        Assert.Equal(Enumerable.Range(1, 12), StreamWorld.Numbers(first).Concat(StreamWorld.Numbers(second)).Order());
        Assert.All([first, second], call => Assert.Equal(StreamWorld.Numbers(call).Order(), StreamWorld.Numbers(call)));
        second.Return();
        first.Return();
        await world.DoneAsync(12);
    }

    [Fact]
    public async Task The_checkpoint_waits_for_the_slowest_lane()
    {
        await using var world = new StreamWorld();
        foreach (var key in (string[])["a", "b", "c", "d", "e", "f"])
        {
            world.PutKey(key);
        }

        await world.MapAsync(stream => stream with { ParallelizationFactor = 2 });
        var calls = new[] { await world.NextAsync(), await world.NextAsync() };
        var slow = calls.Single(call => StreamWorld.Numbers(call).Contains(1));
        calls.Single(call => call != slow).Return();
        await Eventually.BecomesTrueAsync(() => world.LastResult == "OK");

        Assert.Equal(0, world.Progress.Checkpoint);
        slow.Return();
        await world.DoneAsync(6);
    }

    [Fact]
    public async Task A_child_is_read_when_its_parent_is_done()
    {
        await using var world = new StreamWorld();
        world.Put(1);
        world.Shard.Close();
        var child = world.Stream.AddShard("shard-2", "2", "shard-1");
        var grandchild = world.Stream.AddShard("shard-3", "3", "shard-2");
        world.Put(1, grandchild);
        world.Put(1, child);
        await world.MapAsync();

        var first = await world.NextAsync();
        Assert.Equal([1], StreamWorld.Numbers(first));
        Assert.False(world.Lambda.Invoker.HasCall);
        first.Return();
        Assert.Equal([3], await world.ReturnAsync());
        Assert.False(world.Lambda.Invoker.HasCall);
        child.Close();
        Assert.Equal([2], await world.ReturnAsync());
    }

    [Fact]
    public async Task Shards_without_parents_are_read_side_by_side_and_never_share_a_batch()
    {
        await using var world = new StreamWorld();
        var other = world.Stream.AddShard("shard-2", "2");
        world.Put(2);
        world.Put(2, other);
        await world.MapAsync();

        var batches = new[] { await world.ReturnAsync(), await world.ReturnAsync() };

        Assert.Equal([[1, 2], [3, 4]], batches.OrderBy(batch => batch[0]));
    }

    [Fact]
    public async Task A_stream_that_is_deleted_stops_the_mapping_with_a_notice()
    {
        await using var world = new StreamWorld();
        await world.MapAsync();

        world.Stream.Delete();

        await Eventually.BecomesTrueAsync(() => world.Notices.Any());
        Assert.Equal($"fn no longer reads {StreamWorld.Arn}: the stream was deleted.", world.Notices.Single());
    }

    [Fact]
    public async Task The_invocation_names_its_stream_and_its_records()
    {
        await using var world = new StreamWorld();
        world.Put(3);
        await world.MapAsync();

        var call = await world.NextAsync();

        Assert.Equal(("kinesis s", 3), (call.Options.Origin!.Value.Trigger, call.Options.Origin.Value.Records));
    }

    private static IEnumerable<string> Keys(FakeInvoker.Call call) =>
        StreamWorld.Event(call).GetProperty("Records").EnumerateArray().Select(record => record.GetProperty("key").GetString()!).Distinct();
}
