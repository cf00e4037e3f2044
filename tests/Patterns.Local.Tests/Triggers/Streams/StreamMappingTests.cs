using Patterns.Local.Services;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Tests.Triggers.Streams;

/// <summary>What a mapping keeps while it is changed, and which settings it refuses.</summary>
public sealed class StreamMappingTests
{
    [Fact]
    public async Task A_mapping_has_the_defaults_of_lambda()
    {
        await using var world = new StreamWorld();

        var settings = (await world.MapAsync()).Settings;

        Assert.Equal((100, TimeSpan.Zero), (settings.BatchSize, settings.BatchingWindow));
        Assert.Equal(
            new StreamMappingSettings
            {
                StartingPosition = "TRIM_HORIZON",
                ParallelizationFactor = 1,
                MaximumRetryAttempts = -1,
                MaximumRecordAge = TimeSpan.FromSeconds(-1),
                BisectsBatchOnFunctionError = false,
                TumblingWindow = TimeSpan.Zero,
            },
            settings.Stream);
        Assert.Equal("No records processed", world.LastResult);
    }

    [Fact]
    public async Task A_mapping_that_is_enabled_again_goes_on_where_it_stopped()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await world.MapAsync();
        await world.ReturnAsync();
        await world.DoneAsync(2);
        await world.UpdateAsync(settings => settings with { IsEnabled = false });
        world.Put(1);

        Assert.False(world.Lambda.Invoker.HasCall);
        await world.UpdateAsync(settings => settings with { IsEnabled = true });
        Assert.Equal([3], await world.ReturnAsync());
    }

    [Fact]
    public async Task A_change_waits_for_the_batch_that_is_running_and_counts_its_outcome()
    {
        await using var world = new StreamWorld();
        world.Put(3);
        await world.MapAsync(common: settings => settings with { BatchSize = 2 });
        var running = await world.NextAsync();
        await world.UpdateAsync(settings => settings with { BatchSize = 1 });

        Assert.False(world.Lambda.Invoker.HasCall);
        running.Return();
        Assert.Equal([3], await world.ReturnAsync());
    }

    [Fact]
    public async Task A_batch_that_waits_for_its_retry_is_read_again_after_a_change()
    {
        await using var world = new StreamWorld();
        world.Put(2);
        await world.MapAsync();
        await world.FailAsync();
        await Eventually.BecomesTrueAsync(() => world.Lambda.Clock.Timers.Count > 0);

        await world.UpdateAsync(settings => settings with { BatchSize = 1 });

        Assert.Equal([1], await world.ReturnAsync());
        Assert.Equal([2], await world.ReturnAsync());
    }

    [Fact]
    public async Task Records_that_another_lane_finished_are_not_repeated_after_a_change_of_lanes()
    {
        await using var world = new StreamWorld();
        foreach (var key in (string[])["a", "b", "c", "d", "e", "f"])
        {
            world.PutKey(key);
        }

        await world.MapAsync(stream => stream with { ParallelizationFactor = 2 });
        var calls = new[] { await world.NextAsync(), await world.NextAsync() };
        calls[0].Return();
        calls[1].Fail();
        await Eventually.BecomesTrueAsync(() => world.Lambda.Clock.Timers.Count > 0);
        await world.UpdateAsync(settings => settings with { Stream = settings.Stream with { ParallelizationFactor = 1 } });

        Assert.Equal(StreamWorld.Numbers(calls[1]), await world.ReturnAsync());
        await world.DoneAsync(6);
    }

    [Fact]
    public async Task A_deleted_mapping_reads_no_more()
    {
        await using var world = new StreamWorld();
        var mapping = await world.MapAsync();
        await world.Lambda.Service.Mappings.DeleteAsync(mapping.Id);
        world.Put(1);
        await mapping.Progress.Reading;

        Assert.False(world.Lambda.Invoker.HasCall);
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_is_refused()
    {
        await using var world = new StreamWorld();

        var refused = await Assert.ThrowsAsync<AwsException>(() => world.MapAsync(common: settings => settings with { EventSourceArn = settings.EventSourceArn + "2" }));

        Assert.Equal(("InvalidParameterValueException", $"Stream not found: {StreamWorld.Arn}2"), (refused.Code, refused.Message));
    }

    private static readonly (StreamMappingSettings Settings, string Message)[] s_wrong =
    [
        (At(null), "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null."),
        (At("SOMEWHERE"), "1 validation error detected: Value 'SOMEWHERE' at 'startingPosition' failed to satisfy constraint: Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]"),
        (At("AT_TIMESTAMP"), "Timestamp must be provided for starting position AT_TIMESTAMP."),
        (At("AT_TIMESTAMP") with { StartingPositionTimestamp = DateTimeOffset.MaxValue }, "Timestamp must not be in future"),
        (At("LATEST") with { StartingPositionTimestamp = DateTimeOffset.UnixEpoch }, "Timestamp is only allowed for starting position AT_TIMESTAMP."),
        (At("LATEST") with { ParallelizationFactor = 11 }, "1 validation error detected: Value '11' at 'parallelizationFactor' failed to satisfy constraint: Member must have value less than or equal to 10"),
        (At("LATEST") with { ParallelizationFactor = 0 }, "1 validation error detected: Value '0' at 'parallelizationFactor' failed to satisfy constraint: Member must have value greater than or equal to 1"),
        (At("LATEST") with { MaximumRetryAttempts = -2 }, "1 validation error detected: Value '-2' at 'maximumRetryAttempts' failed to satisfy constraint: Member must have value greater than or equal to -1"),
        (At("LATEST") with { MaximumRetryAttempts = 10_001 }, "1 validation error detected: Value '10001' at 'maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 10000"),
        (At("LATEST") with { MaximumRecordAge = TimeSpan.FromSeconds(604_801) }, "1 validation error detected: Value '604801' at 'maximumRecordAgeInSeconds' failed to satisfy constraint: Member must have value less than or equal to 604800"),
        (At("LATEST") with { MaximumRecordAge = TimeSpan.FromSeconds(59) }, "MaximumRecordAgeInSeconds must be -1 or a value from 60 to 604800."),
        (At("LATEST") with { TumblingWindow = TimeSpan.FromSeconds(901) }, "1 validation error detected: Value '901' at 'tumblingWindowInSeconds' failed to satisfy constraint: Member must have value less than or equal to 900"),
        (At("LATEST") with { TumblingWindow = TimeSpan.FromSeconds(60), ParallelizationFactor = 2 }, "TumblingWindowInSeconds with a ParallelizationFactor above 1 is not emulated here."),
        (At("LATEST") with { OnFailure = "arn:aws:s3:::failed" }, "The provided destination config DestinationConfig is invalid: arn:aws:s3:::failed is no queue and no topic; other destinations of streams are not emulated here."),
        (At("LATEST") with { OnFailure = StreamWorld.Queue + ".fifo" }, $"The destination ARN {StreamWorld.Queue}.fifo is invalid: FIFO queues and topics are not supported as destinations."),
    ];

    public static TheoryData<int> Wrong => [.. Enumerable.Range(0, s_wrong.Length)];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Settings_that_lambda_refuses_are_refused(int index)
    {
        await using var world = new StreamWorld();
        var (settings, message) = s_wrong[index];

        var refused = await Assert.ThrowsAsync<AwsException>(() => world.MapAsync(_ => settings));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task A_table_stream_has_no_starting_timestamp()
    {
        await using var world = new StreamWorld();
        var check = new StreamSettingsCheck(StreamKind.DynamoDb, world.Lambda.Clock);
        var settings = new EventSourceMappingSettings(world.Lambda.Service.Functions.Find("fn"), "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/2026-01-01T00:00:00.000")
        {
            Stream = At("AT_TIMESTAMP") with { StartingPositionTimestamp = DateTimeOffset.UnixEpoch },
        };

        var refused = Assert.Throws<AwsException>(() => check.Check(settings));

        Assert.Equal($"Unsupported starting position for arn type: {settings.EventSourceArn}", refused.Message);
    }

    [Fact]
    public async Task A_concurrency_for_queues_is_refused()
    {
        await using var world = new StreamWorld();

        var refused = await Assert.ThrowsAsync<AwsException>(() => world.MapAsync(common: settings => settings with { MaximumConcurrency = 2 }));

        Assert.Equal("Unsupported ScalingConfig parameter for given event source mapping type.", refused.Message);
    }

    [Fact]
    public async Task Settings_of_streams_are_refused_for_queues()
    {
        await using var world = new StreamWorld();
        var queue = world.Lambda.Sqs.Create("q");

        var refused = await Assert.ThrowsAsync<AwsException>(() => world.MapAsync(common: settings => settings with { EventSourceArn = queue.Arn }));

        Assert.Equal("Unsupported parameter for given event source mapping type: a queue has none of the settings of streams.", refused.Message);
    }

    private static StreamMappingSettings At(string? position) => new() { StartingPosition = position };
}
