using FsCheck;
using FsCheck.Fluent;
using Patterns.StreamTransform.Tests.Transforms;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

public sealed class WindowLaws
{
    /// <summary>Records over some minutes, some put twice, batches of any size, reshardings, records that fail, lost replies, killed processes, spills.</summary>
    [Fact]
    public void Whatever_fails_the_windows_have_the_counts_of_a_computation_over_all_records()
    {
        var record = from page in Gen.Choose(0, 3) from seconds in Gen.Choose(0, 40) from twice in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true))) select (page, seconds, twice);
        var cases = from records in record.ListOf()
                    from seed in Gen.Choose(0, int.MaxValue)
                    from batch in Gen.Choose(1, 8)
                    from spills in Gen.Elements(true, false)
                    select (Records: records.ToArray(), seed, batch, spills);

        Prop.ForAll(cases.ToArbitrary(), run => CheckAsync(run.Records, run.seed, run.batch, run.spills).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(80).WithEndSize(40));
    }

    private static async Task<bool> CheckAsync((int Page, int Seconds, bool Twice)[] records, int seed, int batch, bool spills)
    {
        var disturbance = new Disturbance(seed, howOften: 0.08);
        var table = new InMemoryTable("states");
        var rig = new WindowRig(shards: 2, batch, window => new WindowOptions<View>
        {
            Results = window.Results,
            DuplicateId = view => view.Id,
            Spill = spills ? table : null,
            SpillAbove = 60,
        });
        rig.Adding = _ => disturbance.DieSometimes();
        rig.Invoke = disturbance.InvokeAsync;
        var expected = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < records.Length; index++)
        {
            var (page, seconds, twice) = records[index];
            rig.Time.Advance(TimeSpan.FromSeconds(seconds));
            rig.Put($"p{page}", $"{index}");
            if (twice)
            {
                rig.Put($"p{page}", $"{index}");
            }

            var now = rig.Time.GetUtcNow();
            var key = $"{now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)):HH:mm} p{page}";
            expected[key] = expected.GetValueOrDefault(key) + 1;
            if (disturbance.Happens())
            {
                await rig.Mapping.RunAsync(disturbance.Random);
                rig.Time.Advance(TimeSpan.FromMinutes(1));
                rig.Stream.Reshard(1 + disturbance.Random.Next(3));
            }
        }

        await rig.FinishAsync(disturbance.Random);
        rig.Invoke = static function => function();
        await rig.FinishAsync(disturbance.Random);
        Assert.Equal(expected.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal), rig.Counts.Order(StringComparer.Ordinal));
        return true;
    }
}
