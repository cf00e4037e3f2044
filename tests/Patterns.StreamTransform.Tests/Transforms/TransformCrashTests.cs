namespace Patterns.StreamTransform.Tests.Transforms;

public sealed class TransformCrashTests
{
    [Fact]
    public async Task Wherever_the_function_dies_its_successor_brings_everything_to_the_sinks_in_order()
    {
        for (var step = 0; ; step++)
        {
            var gate = new KillAtStep(step);
            var source = new FakeStream("source");
            var low = new FakeStream("low");
            var high = new FakeStream("high");
            var poison = new InMemoryDestination("poison");
            for (var value = 0; value < 12; value++)
            {
                source.Put("k" + (value % 2), value == 5 ? "poison" : ReadingJson.Text("s", value));
            }

            var isFirst = true;
            var mapping = new FakeStreamMapping(source, async payload =>
            {
                IDestination Seen(IDestination destination) => isFirst ? new SteppedDestination(destination, gate) : destination;
                var handler = Handler(Seen(low), Seen(high), Seen(poison));
                var reply = await handler.FunctionHandler(payload, new FakeLambdaContext());
                return isFirst && gate.HasKilled ? throw new ProcessKilledException("A dead process replies nothing.") : reply;
            })
            { BatchSize = 5 };

            // The first process runs until it dies; the platform then starts another one.
            for (var more = true; more; isFirst &= !gate.HasKilled)
            {
                more = await mapping.StepAsync();
            }

            Assert.Equal([0, 2, 4, 6, 8, 10], [.. new SeenRecords(low).ValuesOf("k0"), .. new SeenRecords(high).ValuesOf("k0")]);
            Assert.Equal([1, 3, 7, 9, 11], [.. new SeenRecords(low).ValuesOf("k1"), .. new SeenRecords(high).ValuesOf("k1")]);
            Assert.Single(poison.Received.Select(letter => letter.CausationId).Distinct());
            if (!gate.HasKilled)
            {
                Assert.True(step > 8, $"Only {step} steps.");
                return;
            }
        }
    }

    private static ReadingTransform Handler(IDestination low, IDestination high, IDestination poison) => new(
        new StreamTransformOptions<Reading>
        {
            Sinks = [new(low) { When = output => output.Value.Value < 6 }, new(high) { IsRest = true }],
            Outbound = new OutboundOptions { MaxAttempts = 1 },
        },
        options: new RecordHandlerOptions { FailureDestination = poison });
}
