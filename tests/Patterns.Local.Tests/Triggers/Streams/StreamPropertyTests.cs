using FsCheck;
using FsCheck.Fluent;

namespace Patterns.Local.Tests.Triggers.Streams;

/// <summary>The promises of a mapping, whatever the records, the settings and the failures are.</summary>
public sealed class StreamPropertyTests
{
    private static readonly Gen<RecordPlan> Records =
        from key in Gen.Choose(0, 5)
        from failures in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 4)), (1, Gen.Constant(RecordPlan.Always)))
        from kind in Gen.Elements(FailureKind.Error, FailureKind.Report, FailureKind.OddReport)
        from isWanted in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new RecordPlan($"key{key}", failures, kind, isWanted);

    private static readonly Gen<StreamPlan> Plans =
        from count in Gen.Choose(0, 40)
        from records in Gen.ListOf(Records, count)
        from batch in Gen.Choose(1, 12)
        from lanes in Gen.Choose(1, 4)
        from retries in Gen.Choose(0, 3)
        from bisects in Gen.Elements(true, false)
        from reports in Gen.Elements(true, false)
        from throttle in Gen.Choose(2, 9)
        from splits in Gen.Elements(true, false)
        from change in Gen.Elements(true, false)
        select new StreamPlan([.. records], batch, lanes, retries, bisects, reports, throttle, splits, change);

    [Fact]
    public void Every_record_is_processed_or_told_of_in_the_order_of_its_key_and_no_lane_runs_twice_at_once() =>
        Prop.ForAll(Plans.ToArbitrary(), plan => CheckAsync(plan).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static async Task CheckAsync(StreamPlan plan)
    {
        await using var run = new StreamRun(plan);
        await run.CheckAsync();
    }
}
