using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Services.Kinesis;

/// <summary>A consumer that stands still for hours.</summary>
public sealed class LaggingConsumerTests
{
    private const string First = "shardId-000000000000";
    private const string Half = "170141183460469231731687303715884105728";

    [Fact]
    public async Task Within_the_retention_a_consumer_catches_up_in_order_and_loses_nothing()
    {
        await using var stream = new MappedStream();
        await stream.MapAsync(common: settings => settings with { BatchSize = 10 });
        await stream.EnableAsync(false);
        var put = new List<string>();
        for (var hour = 0; hour < 23; hour++)
        {
            put.Add($"{hour}");
            stream.Kinesis.Put($"{hour}");
            stream.Lambda.Clock.Advance(TimeSpan.FromHours(1));
        }

        await stream.EnableAsync(true);

        Assert.Equal(put, [.. await stream.ReturnAsync(), .. await stream.ReturnAsync(), .. await stream.ReturnAsync()]);
        Assert.Empty(stream.Lambda.Console.Notices);
    }

    [Fact]
    public async Task What_is_older_than_the_retention_is_lost_counted_and_told()
    {
        await using var stream = new MappedStream();
        await stream.MapAsync();
        await stream.EnableAsync(false);
        for (var hour = 0; hour < 30; hour++)
        {
            stream.Kinesis.Put($"{hour}");
            stream.Lambda.Clock.Advance(TimeSpan.FromHours(1));
        }

        await stream.EnableAsync(true);

        Assert.Equal(Enumerable.Range(7, 23).Select(hour => $"{hour}"), await stream.ReturnAsync());
        Assert.Equal("fn: 7 records of kinesis s expired before they could be processed.", Assert.Single(stream.Lambda.Console.Notices));
    }

    [Fact]
    public async Task Records_of_a_shard_that_is_gone_are_counted_too()
    {
        await using var stream = new MappedStream();
        await stream.MapAsync();
        stream.Kinesis.Put("read");
        await stream.ReturnAsync();
        await Eventually.BecomesTrueAsync(() => stream.Mapping.Progress.Of(First).Checkpoint == 1);
        await stream.EnableAsync(false);
        stream.Kinesis.Put("lost");
        stream.Kinesis.Put("lost");
        stream.Split(First, Half);
        stream.Kinesis.Put("lost", "a");
        stream.Lambda.Clock.Advance(TimeSpan.FromHours(24));
        stream.Kinesis.Put("young", "a");

        await stream.EnableAsync(true);

        Assert.Equal(["young"], await stream.ReturnAsync());
        Assert.Equal(
            ["fn: 1 records of kinesis s expired before they could be processed.", "fn: 2 records of kinesis s expired before they could be processed."],
            stream.Lambda.Console.Notices.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_longer_retention_keeps_more()
    {
        await using var stream = new MappedStream();
        stream.Kinesis.Call("IncreaseStreamRetentionPeriod", new() { ["RetentionPeriodHours"] = 48 });
        await stream.MapAsync();
        await stream.EnableAsync(false);
        stream.Kinesis.Put("old");
        stream.Lambda.Clock.Advance(TimeSpan.FromHours(47));

        await stream.EnableAsync(true);

        Assert.Equal(["old"], await stream.ReturnAsync());
        Assert.Empty(stream.Lambda.Console.Notices);
    }
}
