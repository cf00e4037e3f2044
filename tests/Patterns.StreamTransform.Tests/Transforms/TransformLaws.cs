using FsCheck;
using FsCheck.Fluent;

namespace Patterns.StreamTransform.Tests.Transforms;

/// <summary>The sink against a computation over all records at once.</summary>
public sealed class TransformLaws
{
    private const int Keys = 6;

    /// <summary>
    /// Any number of records and shards, batches and lanes of any size, halves after errors, reshardings on the way, a transform that
    /// throws, a sink that takes parts and loses replies, and processes that die before and after.
    /// </summary>
    [Fact]
    public void Whatever_fails_the_sink_has_what_a_computation_over_all_records_has_in_the_order_of_each_key()
    {
        var cases = from values in Gen.Choose(-3, 12).ListOf()
                    from seed in Gen.Choose(0, int.MaxValue)
                    from shards in Gen.Choose(1, 3)
                    from batch in Gen.Choose(1, 12)
                    from lanes in Gen.Choose(1, 3)
                    from bisects in Gen.Elements(true, false)
                    select new Run([.. values], seed, shards, batch, lanes, bisects);

        Prop.ForAll(cases.ToArbitrary(), run => CheckAsync(run).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(120).WithEndSize(60));
    }

    private static async Task<bool> CheckAsync(Run run)
    {
        var disturbance = new Disturbance(run.Seed, howOften: 0.1);
        var source = new FakeStream("source", run.Shards);
        var sink = new FakeStream("sink", shards: 2);
        var handler = new ReadingTransform(
            new StreamTransformOptions<Reading>
            {
                Sinks = [new(new Disturbance.Sink(sink, disturbance))],
                Outbound = new OutboundOptions { MaxAttempts = 2, FirstDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
            },
            (reading, context) =>
            {
                disturbance.DieSometimes();
                Apply(reading, context.Drop, value => context.Emit(value));
                return ValueTask.CompletedTask;
            });
        var mapping = new FakeStreamMapping(source, payload => disturbance.InvokeAsync(() => handler.FunctionHandler(payload, new FakeLambdaContext())))
        {
            BatchSize = run.Batch,
            ParallelizationFactor = run.Lanes,
            BisectOnError = run.Bisects,
        };

        for (var index = 0; index < run.Values.Length; index++)
        {
            source.Put($"k{index % Keys}", ReadingJson.Text($"k{index % Keys}", run.Values[index]));
            if (disturbance.Happens())
            {
                source.Reshard(1 + disturbance.Random.Next(3));
                await mapping.StepAsync(disturbance.Random);
            }
        }

        await mapping.RunAsync(disturbance.Random);
        var seen = new SeenRecords(sink);
        for (var key = 0; key < Keys; key++)
        {
            Assert.Equal(Expected(run.Values, key), seen.ValuesOf($"k{key}"));
        }

        return true;
    }

    /// <summary>The same rules over all records of a key at once.</summary>
    private static List<int> Expected(int[] values, int key)
    {
        var outputs = new List<int>();
        for (var index = key; index < values.Length; index += Keys)
        {
            Apply(new Reading("", values[index]), _ => { }, reading => outputs.Add(reading.Value));
        }

        return outputs;
    }

    private static void Apply(Reading reading, Action<string> drop, Action<Reading> emit)
    {
        if (reading.Value < 0)
        {
            drop("negative");
        }

        for (var part = 0; part < reading.Value % 3; part++)
        {
            emit(reading with { Value = (reading.Value * 10) + part });
        }
    }

    private sealed record Run(int[] Values, int Seed, int Shards, int Batch, int Lanes, bool Bisects)
    {
        public override string ToString() => $"[{string.Join(",", Values)}] seed {Seed}, {Shards} shards, batch {Batch}, {Lanes} lanes, bisects {Bisects}";
    }
}
