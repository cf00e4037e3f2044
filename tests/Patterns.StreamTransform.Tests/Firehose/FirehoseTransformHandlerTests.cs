using Patterns.Firehose;

namespace Patterns.StreamTransform.Tests.Firehose;

public sealed class FirehoseTransformHandlerTests
{
    [Fact]
    public async Task Each_record_is_answered_once_in_order_with_what_became_of_it()
    {
        var context = new FakeLambdaContext();

        var reply = FirehoseRequest.Read(await new CleanVisits().FunctionHandler(FirehoseRequest.Visits("a", "bot", "broken", "refused", "none", "b"), context));

        Assert.Equal(["id-0", "id-1", "id-2", "id-3", "id-4", "id-5"], reply.Select(record => record.RecordId));
        Assert.Equal(["Ok", "Dropped", "ProcessingFailed", "ProcessingFailed", "ProcessingFailed", "Ok"], reply.Select(record => record.Result));
        Assert.Equal(["{\"Page\":\"A\"}\n", null, null, null, null, "{\"Page\":\"B\"}\n"], reply.Select(record => record.Text()));
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_fails_alone()
    {
        var data = new[] { "{\"Page\":\"a\"}", "{", "null", "" }.Select(text => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text))).Append("%%%");

        var reply = FirehoseRequest.Read(await new CleanVisits().FunctionHandler(FirehoseRequest.OfBase64(data), new FakeLambdaContext()));

        Assert.Equal(["Ok", "ProcessingFailed", "ProcessingFailed", "ProcessingFailed", "ProcessingFailed"], reply.Select(record => record.Result));
    }

    [Fact]
    public async Task Partition_keys_travel_as_metadata()
    {
        var reply = FirehoseRequest.Read(await new CleanVisits().FunctionHandler(FirehoseRequest.Of("""{"Page":"a","Country":"d\"e"}"""), new FakeLambdaContext()));

        Assert.Equal("d\"e", reply[0].Metadata.PartitionKeys["country"]);
    }

    [Fact]
    public async Task Records_of_a_Kinesis_stream_say_where_they_come_from()
    {
        var seen = new List<FirehoseRecordContext>();
        var input = FirehoseRequest.Raw("""
            {"invocationId":"i","sourceKinesisStreamArn":"arn:s","deliveryStreamArn":"arn:d","region":"r","records":[
            {"data":"eyJQYWdlIjoiYSJ9","recordId":"a\u0022b","approximateArrivalTimestamp":1767323045000,"kinesisRecordMetadata":
            {"sequenceNumber":"42","subsequenceNumber":7,"partitionKey":"k\n","shardId":"shardId-000000000000","approximateArrivalTimestamp":1767323045000}}]}
            """);

        var reply = FirehoseRequest.Read(await new CleanVisits { Sees = seen.Add }.FunctionHandler(input, new FakeLambdaContext()));

        var context = Assert.Single(seen);
        Assert.Equal(("a\"b", "arn:d", "arn:s"), (context.RecordId, context.DeliveryStreamArn, context.SourceStreamArn));
        Assert.Equal(new FirehoseKinesisMetadata("shardId-000000000000", "k\n", "42") { SubsequenceNumber = 7 }, context.Kinesis);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), context.ArrivedAt);
        Assert.Equal("a\"b", Assert.Single(reply).RecordId);
    }

    [Fact]
    public async Task What_does_not_fit_into_the_reply_fails_and_the_others_do_not()
    {
        var handler = new CleanVisits(new FirehoseTransformOptions { MaxReplyBytes = 1024 });

        var output = await handler.FunctionHandler(FirehoseRequest.Visits(new string('x', 500), new string('y', 500), "z"), new FakeLambdaContext());

        Assert.InRange(output.Length, 1, 1024);
        Assert.Equal(["Ok", "ProcessingFailed", "Ok"], FirehoseRequest.Read(output).Select(record => record.Result));
    }

    [Fact]
    public async Task No_record_starts_in_the_reserve_and_one_that_hangs_is_given_up()
    {
        var clock = new FakeTimeProvider();
        var handler = new CleanVisits(new FirehoseTransformOptions { MaxParallelism = 1, Time = clock });

        var running = handler.FunctionHandler(FirehoseRequest.Visits("a", "slow", "b"), new FakeLambdaContext(TimeSpan.FromSeconds(30), clock));
        Assert.False(running.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(29));
        var reply = FirehoseRequest.Read(await running);
        handler.Gate.SetResult();

        Assert.Equal(["Ok", "ProcessingFailed", "ProcessingFailed"], reply.Select(record => record.Result));
    }

    [Fact]
    public async Task A_failure_that_a_retry_may_help_fails_the_invocation_when_it_is_told_so()
    {
        var handler = new CleanVisits(new FirehoseTransformOptions { RetriesBatch = exception => exception is InvalidOperationException });

        var failure = await Assert.ThrowsAsync<FirehoseBatchException>(() => handler.FunctionHandler(FirehoseRequest.Visits("a", "broken"), new FakeLambdaContext()));

        Assert.Equal(["id-1"], failure.RecordIds);
        Assert.Equal("1 of 2 records failed and may succeed when the batch comes again. The first, id-1: cannot", failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"records\":1}")]
    [InlineData("{\"records\":[{\"data\":\"\"}]}")]
    [InlineData("{\"records\":[]} x")]
    [InlineData("{\"records\":[{\"recordId\":\"a\"}")]
    public async Task What_is_no_event_of_Firehose_is_refused(string payload) =>
        await Assert.ThrowsAsync<UnknownEventException>(() => new CleanVisits().FunctionHandler(FirehoseRequest.Raw(payload), new FakeLambdaContext()));

    [Fact]
    public void Defaults_are_as_documented_and_mistakes_are_listed_together()
    {
        var options = new CleanVisits().Options;
        Assert.Equal((10, TimeSpan.FromSeconds(2), true, 6 * 1024 * 1024), (options.MaxParallelism, options.DeadlineReserve, options.AppendsNewLine, options.MaxReplyBytes));

        var mistakes = Assert.Throws<OptionsException>(() => new CleanVisits(new FirehoseTransformOptions { MaxParallelism = 0, MaxReplyBytes = 1 })).Mistakes;
        Assert.Equal(2, mistakes.Count);
    }
}
