namespace Patterns.StreamTransform.Tests.Transforms;

public sealed class ChainTests
{
    /// <summary>Splits a reading into as many as its value says, each with a key of its own every third time.</summary>
    private static readonly Transform<Reading, Reading> Split = StreamTransforms.From<Reading, Reading>((reading, context) =>
    {
        if (reading.Value == 0)
        {
            context.Drop("zero");
        }

        for (var part = 0; part < reading.Value % 4; part++)
        {
            context.Emit(reading with { Value = (reading.Value * 10) + part }, part == 2 ? "third" : null);
        }
    });

    /// <summary>Drops odd readings without a word, doubles those that divide by four.</summary>
    private static readonly Transform<Reading, Reading> Pick = StreamTransforms.FromAsync<Reading, Reading>(async (reading, context) =>
    {
        await Task.Yield();
        for (var copy = 0; reading.Value % 2 == 0 && copy < (reading.Value % 4 == 0 ? 2 : 1); copy++)
        {
            context.Emit(reading with { Sensor = $"{reading.Sensor} of {context.Key} at {context.Time:O}" });
        }
    });

    private static readonly (string, int)[] Readings = [.. Enumerable.Range(0, 60).Select(n => ("s" + (n % 5), n % 11))];

    [Fact]
    public async Task Joined_in_one_function_they_come_to_what_the_deployed_chain_comes_to()
    {
        var deployed = new FakeStream("deployed");
        var joined = new FakeStream("joined");
        using var counts = new CountedDrops();

        await RunDeployedAsync(deployed, repeats: false);
        var drops = (counts["zero"], counts["unsaid"]);
        await RunJoinedAsync(joined);

        Assert.NotEmpty(new SeenRecords(deployed).ByKey);
        Assert.Equal(new SeenRecords(deployed).ByKey, new SeenRecords(joined).ByKey);
        Assert.Equal((drops.Item1 * 2, drops.Item2 * 2), (counts["zero"], counts["unsaid"]));
    }

    [Fact]
    public async Task A_replay_in_the_middle_of_a_deployed_chain_is_recognised_at_its_end()
    {
        var deployed = new FakeStream("deployed");
        var joined = new FakeStream("joined");

        await RunDeployedAsync(deployed, repeats: true);
        await RunJoinedAsync(joined);

        Assert.True(deployed.Records.Count > joined.Records.Count);
        Assert.Equal(new SeenRecords(deployed).ByKey, new SeenRecords(joined).ByKey);
    }

    [Fact]
    public async Task Joining_does_not_depend_on_where_the_brackets_are()
    {
        var left = new FakeStream("left");
        var right = new FakeStream("right");

        await RunAsync(left, Split.Then(Pick).Then(Split));
        await RunAsync(right, Split.Then(Pick.Then(Split)));

        Assert.Equal(new SeenRecords(left).ByKey, new SeenRecords(right).ByKey);
    }

    [Fact]
    public async Task A_later_step_sees_the_attributes_of_the_output_before()
    {
        var sink = new InMemoryDestination("sink");
        var tag = StreamTransforms.From<Reading, Reading>((reading, context) =>
            context.Emit(new TransformOutput<Reading>(reading) { Attributes = new Dictionary<string, string> { ["colour"] = "red" } }));
        var read = StreamTransforms.From<Reading, Reading>((reading, context) => context.Emit(reading with { Sensor = context.GetAttribute("colour") ?? "none" }));
        var steps = tag.Then(read).Then(read);

        await new ReadingTransform(new StreamTransformOptions<Reading> { Sinks = [new(sink)] }, steps.ApplyAsync)
            .FunctionHandler(StreamTransformHandlerTests.Batch(("a", 1)), new FakeLambdaContext());

        Assert.Equal("none", ReadingTransform.Read(Assert.Single(sink.Received)).Sensor);
    }

    private static Task RunJoinedAsync(FakeStream sink) => RunAsync(sink, Split.Then(Pick));

    private static async Task RunAsync(FakeStream sink, Transform<Reading, Reading> steps) => await Mapping(Source(), steps, sink).RunAsync();

    private static async Task RunDeployedAsync(FakeStream sink, bool repeats)
    {
        var middle = new FakeStream("middle", shards: 3);
        await Mapping(Source(), Split, middle).RunAsync();
        if (repeats)
        {
            // The checkpoint was lost: everything comes again.
            await Mapping(Source(), Split, middle).RunAsync();
        }

        await Mapping(middle, Pick, sink).RunAsync();
    }

    private static FakeStream Source()
    {
        var source = new FakeStream("source", shards: 2);
        foreach (var (sensor, value) in Readings)
        {
            source.Put(sensor, ReadingJson.Text(sensor, value));
        }

        return source;
    }

    private static FakeStreamMapping Mapping(FakeStream source, Transform<Reading, Reading> steps, FakeStream sink)
    {
        var handler = new ReadingTransform(new StreamTransformOptions<Reading> { Sinks = [new(sink)] }, steps.ApplyAsync);
        return new FakeStreamMapping(source, payload => handler.FunctionHandler(payload, new FakeLambdaContext())) { BatchSize = 7 };
    }
}
