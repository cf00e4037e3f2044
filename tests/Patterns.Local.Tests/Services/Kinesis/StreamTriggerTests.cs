using System.Text.Json;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Services.Kinesis;

/// <summary>What a function gets of a stream through its mapping.</summary>
public sealed class StreamTriggerTests
{
    private const string First = "shardId-000000000000";
    private const string Half = "170141183460469231731687303715884105728";

    [Fact]
    public async Task A_function_gets_records_in_the_form_of_the_service()
    {
        await using var stream = new MappedStream();
        var number = stream.Kinesis.Put("""{"n":1}""", "key");
        await stream.MapAsync();

        var call = await stream.Lambda.Invoker.NextAsync();
        call.Return();

        var time = JsonSerializer.Serialize(stream.Lambda.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0);
        Assert.Equal(
            $$$"""{"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"key","sequenceNumber":"{{{number}}}","data":"eyJuIjoxfQ==","approximateArrivalTimestamp":{{{time}}}},"eventSource":"aws:kinesis","eventVersion":"1.0","eventID":"{{{First}}}:{{{number}}}","eventName":"aws:kinesis:record","invokeIdentityArn":"arn:aws:iam::000000000000:role/local","awsRegion":"us-east-1","eventSourceARN":"{{{stream.Kinesis.Arn}}}"}]}""",
            call.Payload);
    }

    [Fact]
    public async Task Filters_look_into_the_decoded_data()
    {
        await using var stream = new MappedStream();
        foreach (var data in (string[])["""{"kind":"order"}""", """{"kind":"other"}""", "plain", "{broken", """{"kind":"order","n":2}"""])
        {
            stream.Kinesis.Put(data);
        }

        await stream.MapAsync(common: settings => settings with { Filters = ["""{"data":{"kind":["order"]}}"""] });

        Assert.Equal(["""{"kind":"order"}""", """{"kind":"order","n":2}"""], await stream.ReturnAsync());
        await Eventually.BecomesTrueAsync(() => stream.Mapping.Progress.Of(First).Checkpoint == 5);
    }

    [Fact]
    public async Task Plain_text_is_matched_by_a_pattern_of_texts()
    {
        await using var stream = new MappedStream();
        stream.Kinesis.Put("""{"kind":"order"}""");
        stream.Kinesis.Put("plain");
        await stream.MapAsync(common: settings => settings with { Filters = ["""{"data":["plain"]}"""] });

        Assert.Equal(["plain"], await stream.ReturnAsync());
    }

    [Fact]
    public async Task Children_wait_for_their_parent_so_that_a_split_keeps_the_order()
    {
        await using var stream = new MappedStream();
        stream.Kinesis.Put("a1", "a");
        stream.Kinesis.Put("b1", "b");
        await stream.MapAsync(common: settings => settings with { BatchSize = 1 });
        var first = await stream.Lambda.Invoker.NextAsync();
        stream.Split(First, Half);
        stream.Kinesis.Put("a2", "a");
        stream.Kinesis.Put("b2", "b");

        Assert.False(stream.Lambda.Invoker.HasCall);
        first.Return();
        Assert.Equal(["b1"], await stream.ReturnAsync());
        string[] children = [.. await stream.ReturnAsync(), .. await stream.ReturnAsync()];
        Assert.Equal(["a2", "b2"], children.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_record_that_is_given_up_can_be_read_by_the_numbers_of_its_failure_record()
    {
        await using var stream = new MappedStream();
        foreach (var data in (string[])["good", "bad", "fine"])
        {
            stream.Kinesis.Put(data);
        }

        await stream.MapAsync(settings => settings with { MaximumRetryAttempts = 0, BisectsBatchOnFunctionError = true, OnFailure = MappedStream.Queue });

        Assert.Equal(["good", "bad", "fine"], await stream.FailAsync());
        Assert.Equal(["good"], await stream.ReturnAsync());
        Assert.Equal(["bad", "fine"], await stream.FailAsync());
        Assert.Equal(["bad"], await stream.FailAsync());
        Assert.Equal(["fine"], await stream.ReturnAsync());
        await Eventually.BecomesTrueAsync(() => stream.Lambda.Targets.Deliveries.Count == 1);
        var batch = JsonElement.Parse(stream.Lambda.Targets.Deliveries.Single().Delivery.Body).GetProperty("KinesisBatchInfo");
        Assert.Equal((First, 1), (KinesisWorld.Text(batch, "shardId"), batch.GetProperty("batchSize").GetInt32()));
        var iterator = stream.Kinesis.Iterator("AT_SEQUENCE_NUMBER", First, new() { ["StartingSequenceNumber"] = KinesisWorld.Text(batch, "startSequenceNumber") });
        Assert.Equal(["bad"], KinesisWorld.Data(stream.Kinesis.Read(iterator, 1)));
    }

    [Fact]
    public async Task A_deleted_stream_ends_its_mapping_with_a_word()
    {
        await using var stream = new MappedStream();
        await stream.MapAsync();
        stream.Kinesis.Call("DeleteStream");

        await Eventually.BecomesTrueAsync(() => stream.Lambda.Console.Notices.Any(notice => notice.EndsWith("the stream was deleted.", StringComparison.Ordinal)));
    }
}
