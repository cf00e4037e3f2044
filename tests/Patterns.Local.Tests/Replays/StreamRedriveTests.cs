using Patterns.Local.Replays;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Services.Streams;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Services.Kinesis;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Tests.Replays;

public sealed class StreamRedriveTests : IAsyncDisposable
{
    private const string First = "shardId-000000000000";
    private const string Half = "170141183460469231731687303715884105728";

    private readonly MappedStream _stream = new();
    private readonly SqsQueue _queue;
    private readonly StreamRedrive _redrive;

    public StreamRedriveTests()
    {
        _queue = _stream.Lambda.Sqs.Create("failed");
        _redrive = new StreamRedrive(_stream.Lambda.Service, _stream.Lambda.Invoker, arn => _stream.Kinesis.Service.FindByArn(arn) is { } found ? (found.Log, StreamKind.Kinesis) : null);
    }

    [Fact]
    public async Task Records_that_were_given_up_are_replayed_and_their_failure_record_is_deleted()
    {
        Put("a", "b", "c");
        await GiveUpAsync();

        var running = RunAsync();
        var call = await _stream.Lambda.Invoker.NextAsync();
        call.Return();
        var result = await running;

        Assert.Equal(["a", "b", "c"], MappedStream.Data(call.Payload));
        Assert.Equal(("redrive failed", 3), (call.Options.Origin!.Value.Trigger, call.Options.Origin.Value.Records));
        Assert.Equal((ReplayOutcome.Replayed, 3, 0), Of(Assert.Single(result.Replays)));
        Assert.Equal((0, 0), (_queue.Counts.Visible, _queue.Counts.InFlight));
    }

    [Fact]
    public async Task A_failure_record_stays_when_the_function_fails_again()
    {
        Put("a");
        await GiveUpAsync();

        var running = RunAsync();
        (await _stream.Lambda.Invoker.NextAsync()).Fail();
        var replay = Assert.Single((await running).Replays);

        Assert.Equal((ReplayOutcome.Failed, "fn failed with InvalidOperationException; its log says more"), (replay.Outcome, replay.Reason));
        Assert.Equal(1, _queue.Counts.Visible);
    }

    [Fact]
    public async Task A_reported_failure_is_a_failure()
    {
        Put("a");
        await GiveUpAsync(reports: true);

        var running = RunAsync();
        var call = await _stream.Lambda.Invoker.NextAsync();
        call.Return($$"""{"batchItemFailures":[{"itemIdentifier":"{{MappedStream.Records(call.Payload).Single().GetProperty("kinesis").GetProperty("sequenceNumber").GetString()}}"}]}""");

        Assert.Equal(ReplayOutcome.Failed, Assert.Single((await running).Replays).Outcome);
        Assert.Equal(1, _queue.Counts.Visible);
    }

    [Fact]
    public async Task What_aged_out_is_counted_and_the_rest_is_replayed()
    {
        Put("old");
        _stream.Lambda.Clock.Advance(TimeSpan.FromHours(1));
        Put("young");
        await GiveUpAsync();
        _stream.Lambda.Clock.Advance(TimeSpan.FromHours(23));

        var running = RunAsync();
        Assert.Equal(["young"], await _stream.ReturnAsync());

        Assert.Equal((ReplayOutcome.Replayed, 1, 1), Of(Assert.Single((await running).Replays)));
    }

    [Fact]
    public async Task A_failure_record_whose_records_are_all_gone_stays_as_their_last_trace()
    {
        Put("a", "b");
        await GiveUpAsync();
        _stream.Split(First, Half);
        _stream.Lambda.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal((ReplayOutcome.Expired, 0, 2), Of(Assert.Single((await RunAsync()).Replays)));
        Assert.Equal(1, _queue.Counts.Visible);
    }

    [Fact]
    public async Task Only_the_records_of_the_batch_are_replayed_and_not_those_of_other_lanes_or_filters()
    {
        var other = Enumerable.Range(0, 100).Select(number => $"{number}").First(key => KeyHash.Of(key) % 10 != KeyHash.Of("a") % 10);
        foreach (var key in (string[])["a", other, "a", other])
        {
            _stream.Kinesis.Put($$"""{"kind":"order","key":"{{key}}"}""", key);
            _stream.Kinesis.Put("""{"kind":"other"}""", key);
        }

        await _stream.MapAsync(
            settings => settings with { MaximumRetryAttempts = 0, ParallelizationFactor = 10, OnFailure = MappedStream.Queue },
            settings => settings with { Filters = ["""{"data":{"kind":["order"]}}"""] });
        var calls = new[] { await _stream.Lambda.Invoker.NextAsync(), await _stream.Lambda.Invoker.NextAsync() };
        var failing = calls.Single(call => call.Payload.Contains("\"partitionKey\":\"a\"", StringComparison.Ordinal));
        failing.Fail();
        calls.Single(call => call != failing).Return();
        await FailureRecordsAsync(1);

        var running = RunAsync();
        Assert.Equal(MappedStream.Data(failing.Payload), await _stream.ReturnAsync());

        Assert.Equal((ReplayOutcome.Replayed, 2, 0), Of(Assert.Single((await running).Replays)));
    }

    [Fact]
    public async Task Failure_records_are_replayed_in_the_order_of_their_records()
    {
        Put("a", "b", "c");
        await GiveUpAsync(batchSize: 1, count: 3);

        var running = RunAsync();
        foreach (var data in (string[])["a", "b", "c"])
        {
            Assert.Equal([data], await _stream.ReturnAsync());
        }

        Assert.Equal(3, (await running).Replays.Count);
    }

    [Fact]
    public async Task Other_messages_are_left_alone_and_counted()
    {
        _queue.Send(new NewMessage("""{"orderId":"o-1"}"""));
        _queue.Send(new NewMessage("plain"));

        var result = await RunAsync();

        Assert.Equal((0, 2), (result.Replays.Count, result.Others));
        Assert.Equal(2, _queue.Counts.Visible);
    }

    [Fact]
    public async Task A_window_cannot_be_replayed_and_a_stream_that_is_gone_neither()
    {
        Put("a");
        await GiveUpAsync();
        await _stream.Lambda.Service.Mappings.UpdateAsync(_stream.Mapping.Id, settings => settings with { Stream = settings.Stream with { TumblingWindow = TimeSpan.FromSeconds(10) } });

        var windowed = Assert.Single((await RunAsync()).Replays);
        _stream.Kinesis.Call("DeleteStream");
        var deleted = Assert.Single((await RunAsync()).Replays);

        Assert.Equal((ReplayOutcome.Refused, "its mapping has a tumbling window, and the window's state is gone"), (windowed.Outcome, windowed.Reason));
        Assert.Equal((ReplayOutcome.Refused, "the stream arn:aws:kinesis:us-east-1:000000000000:stream/s does not exist"), (deleted.Outcome, deleted.Reason));
    }

    [Fact]
    public void Failure_records_are_known_also_behind_a_topic()
    {
        const string Record = """{"requestContext":{"functionArn":"f"},"DDBStreamBatchInfo":{"shardId":"s","startSequenceNumber":"1","endSequenceNumber":"3","batchSize":2,"streamArn":"arn"}}""";
        var expected = new FailedRecords("f", "arn", "s", "1", "3", 2);

        Assert.Equal(expected, FailedRecords.TryParse(Record));
        Assert.Equal(expected, FailedRecords.TryParse($$"""{"Type":"Notification","TopicArn":"t","Message":{{System.Text.Json.JsonSerializer.Serialize(Record)}}}"""));
        Assert.Null(FailedRecords.TryParse("[]"));
        Assert.Null(FailedRecords.TryParse("""{"requestContext":{"functionArn":"f"},"requestPayload":{}}"""));
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static (ReplayOutcome, int Records, int Expired) Of(Replay replay) => (replay.Outcome, replay.Records, replay.Expired);

    private void Put(params string[] data)
    {
        foreach (var text in data)
        {
            _stream.Kinesis.Put(text);
        }
    }

    private Task<RedriveResult> RunAsync() => _redrive.RunAsync(_queue, function: null, CancellationToken.None);

    /// <summary>Lets the function fail until all records are given up, and moves the failure records into the queue.</summary>
    private async Task GiveUpAsync(int batchSize = 100, int count = 1, bool reports = false)
    {
        await _stream.MapAsync(
            settings => settings with { MaximumRetryAttempts = 0, OnFailure = MappedStream.Queue },
            settings => settings with { BatchSize = batchSize, ReportsBatchItemFailures = reports });
        for (var i = 0; i < count; i++)
        {
            await _stream.FailAsync();
        }

        await FailureRecordsAsync(count);
    }

    private async Task FailureRecordsAsync(int count)
    {
        await Eventually.BecomesTrueAsync(() => _stream.Lambda.Targets.Deliveries.Count == count);
        foreach (var (_, delivery) in _stream.Lambda.Targets.Deliveries.Reverse())
        {
            _queue.Send(new NewMessage(delivery.Body));
        }
    }
}
