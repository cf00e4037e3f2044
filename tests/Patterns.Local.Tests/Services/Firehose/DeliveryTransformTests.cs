using System.Text;
using System.Text.Json.Nodes;

namespace Patterns.Local.Tests.Services.Firehose;

public sealed class DeliveryTransformTests
{
    private readonly FirehoseWorld _world = new();

    [Fact]
    public async Task The_function_gets_a_batch_once_it_has_the_size_or_the_interval_has_passed()
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3(processing: FirehoseWorld.Lambda(("BufferSizeInMBs", "0.2"), ("BufferIntervalInSeconds", "30"))));

        FirehoseWorld.Put(stream, "a", new string('x', 220_000), "b");
        var first = await _world.Invoker.NextAsync();
        Assert.Equal(2, FirehoseWorld.RecordsIn(first).Count);
        Assert.Equal("clean", first.Function);
        Assert.Equal(("firehose clicks", 2), (first.Options.Origin!.Value.Trigger, first.Options.Origin.Value.Records));
        first.Return(FirehoseWorld.Reply());
        _world.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(["b"], FirehoseWorld.RecordsIn(await _world.Invoker.NextAsync()).Select(record => record.Data));
    }

    [Fact]
    public async Task Each_record_is_delivered_dropped_or_failed_as_the_reply_says()
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3(processing: FirehoseWorld.Lambda()));
        FirehoseWorld.Put(stream, "fine", "bot", "broken", "missing", "twice", "odd");

        var call = await _world.NextCallAsync();
        var ids = FirehoseWorld.RecordsIn(call).ToDictionary(record => record.Data, record => record.Id);
        Assert.Equal(6, ids.Values.Distinct().Count());
        call.Return(FirehoseWorld.Reply(
            FirehoseWorld.Ok(ids["fine"], "FINE\n"),
            $$"""{"recordId":"{{ids["bot"]}}","result":"Dropped"}""",
            $$"""{"recordId":"{{ids["broken"]}}","result":"ProcessingFailed","data":""}""",
            FirehoseWorld.Ok(ids["twice"], "1"),
            FirehoseWorld.Ok(ids["twice"], "2"),
            $$"""{"recordId":"{{ids["odd"]}}","result":"Fine"}""",
            FirehoseWorld.Ok("nobody", "?")));
        await stream.FlushAsync();

        Assert.Equal("FINE\n", _world.Objects.TextUnder("2026/"));
        var failed = Failed("processing-failed/2026/");
        Assert.Equal(
            ["broken Lambda.ProcessingFailedStatus 1", "missing Lambda.MissingRecordId 1", "twice Lambda.DuplicatedRecordId 1", "odd Lambda.JsonProcessingException 1"],
            failed.Select(line => $"{Raw(line)} {line["errorCode"]} {line["attemptsMade"]}"));
        Assert.Equal(FirehoseWorld.Function, failed[0]["lambdaArn"]!.GetValue<string>());
        Assert.Equal("6 records taken, 1 delivered, 1 dropped, 4 failed", stream.Counts.ToString());
    }

    [Fact]
    public async Task A_function_that_fails_gets_the_batch_again_with_the_same_ids()
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3(processing: FirehoseWorld.Lambda()));
        FirehoseWorld.Put(stream, "a");

        var first = await _world.NextCallAsync();
        first.Fail();
        var second = await _world.NextCallAsync();
        second.Throttle();
        var third = await _world.NextCallAsync();
        Assert.Equal(FirehoseWorld.RecordsIn(first), FirehoseWorld.RecordsIn(third));
        third.Return(FirehoseWorld.Reply(FirehoseWorld.Ok(FirehoseWorld.RecordsIn(third)[0].Id, "A")));
        await stream.FlushAsync();

        Assert.Equal("A", Assert.Single(_world.Objects.Texts));
    }

    [Fact]
    public async Task A_function_that_always_fails_is_invoked_four_times_and_the_batch_goes_under_the_error_prefix()
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3("ok/", "bad/", FirehoseWorld.Lambda()));
        FirehoseWorld.Put(stream, "a", "b");

        for (var attempt = 0; attempt < 4; attempt++)
        {
            (await _world.NextCallAsync()).Fail();
        }

        await stream.FlushAsync();

        Assert.False(_world.Invoker.HasCall);
        Assert.Equal(["a Lambda.FunctionError 4", "b Lambda.FunctionError 4"], Failed("bad/processing-failed/2026/").Select(line => $"{Raw(line)} {line["errorCode"]} {line["attemptsMade"]}"));
        Assert.Contains("gave up 2 records after 4 attempts (Lambda.FunctionError)", Assert.Single(_world.Console.Notices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"records\":{}}")]
    [InlineData("{\"records\":[{\"result\":\"Ok\"}]}")]
    public async Task A_reply_in_another_form_fails_the_batch_at_once(string reply)
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3(processing: FirehoseWorld.Lambda()));
        FirehoseWorld.Put(stream, "a");

        (await _world.NextCallAsync()).Return(reply);
        await stream.FlushAsync();

        Assert.Equal("Lambda.JsonProcessingException", Assert.Single(Failed("processing-failed/"))["errorCode"]!.GetValue<string>());
    }

    [Fact]
    public async Task Partition_keys_of_the_function_choose_the_object_and_a_missing_one_fails_the_record()
    {
        var s3 = FirehoseWorld.S3("c=!{partitionKeyFromLambda:country}/!{timestamp:yyyy}/", "errors/!{firehose:error-output-type}/", FirehoseWorld.Lambda(), partitioned: true);
        var stream = await _world.CreateAsync(s3);
        FirehoseWorld.Put(stream, "1", "2", "3", "4");

        var call = await _world.NextCallAsync();
        var records = FirehoseWorld.RecordsIn(call);
        var keys = new[] { """{"country":"de"}""", """{"country":"fr"}""", """{"country":"de"}""", null };
        call.Return(FirehoseWorld.Reply(records.Zip(keys, (record, key) => FirehoseWorld.Ok(record.Id, record.Data, key))));
        await stream.FlushAsync();

        Assert.Equal("13", _world.Objects.TextUnder("c=de/2026/clicks-1-"));
        Assert.Equal("2", _world.Objects.TextUnder("c=fr/2026/"));
        Assert.Equal("4", Raw(Assert.Single(Failed("errors/processing-failed/"))));
    }

    private static string Raw(JsonNode line) => Encoding.UTF8.GetString(Convert.FromBase64String(line["rawData"]!.GetValue<string>()));

    private List<JsonNode> Failed(string prefix) =>
        [.. _world.Objects.TextUnder(prefix).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
