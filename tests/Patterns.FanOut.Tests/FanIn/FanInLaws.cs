using FsCheck;
using FsCheck.Fluent;

namespace Patterns.FanOut.Tests.FanIn;

[Collection(AllCores.Name)]
public sealed class FanInLaws
{
    /// <summary>Parts of several aggregates in any order, some twice or thrice, some lost, in batches of any size, with sweeps between.</summary>
    [Fact]
    public void Whatever_is_shuffled_repeated_and_lost_every_part_that_came_is_in_one_place()
    {
        var delivery = from aggregate in Gen.Choose(0, 2) from part in Gen.Choose(0, 4) select (aggregate, part);
        var cases = from deliveries in delivery.NonEmptyListOf()
                    from batch in Gen.Choose(1, 6)
                    from sweepAfter in Gen.Choose(0, 30)
                    from minutes in Gen.Choose(0, 12)
                    select (deliveries: deliveries.ToArray(), batch, sweepAfter, minutes);

        Prop.ForAll(cases.ToArbitrary(), run => CheckAsync(run.deliveries, run.batch, run.sweepAfter, run.minutes).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(40));
    }

    private static async Task<bool> CheckAsync((int Aggregate, int Part)[] deliveries, int batchSize, int sweepAfter, int minutes)
    {
        var run = new FanInRun(new FanInRig());
        var count = 0;
        foreach (var batch in deliveries.Chunk(batchSize))
        {
            await run.DeliverAsync(gate: null, [.. batch.Select(delivery => Message(delivery, count++))]);
            if (count >= sweepAfter && count - batch.Length < sweepAfter)
            {
                run.Rig.Time.Advance(TimeSpan.FromMinutes(minutes));
                await run.Rig.SweepAsync();
            }
        }

        await run.FinishAsync();
        foreach (var aggregate in deliveries.GroupBy(delivery => delivery.Aggregate))
        {
            run.Check($"r{aggregate.Key}", [.. aggregate.Select(delivery => $"s{delivery.Part}")]);
        }

        run.CheckNothingIsLeft();
        return true;
    }

    private static SqsRecord Message((int Aggregate, int Part) delivery, int number) =>
        FanInRig.Message(new Quote($"r{delivery.Aggregate}", $"s{delivery.Part}", 1, Of: 5), $"r{delivery.Aggregate}-s{delivery.Part}") with
        {
            MessageId = $"{number}",
            Attributes = new Dictionary<string, string> { ["ce-id"] = $"r{delivery.Aggregate}-s{delivery.Part}" },
        };
}
