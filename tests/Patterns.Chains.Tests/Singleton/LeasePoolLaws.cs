using FsCheck;
using FsCheck.Fluent;
using Patterns.Singleton;

namespace Patterns.Chains.Tests.Singleton;

/// <summary>What holds of a pool in every history of takings, releases, deaths and time.</summary>
public sealed class LeasePoolLaws
{
    [Fact]
    public void In_every_history_leases_are_within_the_pool_and_all_come_back()
    {
        var pool = from size in Gen.Choose(1, 20)
                   from floors in Gen.Choose(0, size).Two()
                   select (size, floors.Item1, Math.Min(floors.Item2, size - floors.Item1));
        var act = from kind in Gen.Choose(0, 9)
                  from who in Gen.Choose(0, 1_000)
                  select (kind, who);
        var histories = from shape in pool
                        from acts in Gen.ListOf(act, 60)
                        select (shape, acts.ToArray());

        Prop.ForAll(histories.ToArbitrary(), history => RunAsync(history.shape, history.Item2).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(17, 17));
    }

    private static async Task RunAsync((int Size, int Orders, int Reports) shape, (int Kind, int Who)[] acts)
    {
        var history = new PoolHistory(shape.Size, new Dictionary<string, int> { ["orders"] = shape.Orders, ["reports"] = shape.Reports });
        foreach (var (kind, who) in acts)
        {
            await history.ActAsync(kind, who);
            await history.CheckAsync();
        }

        await history.CheckRecoveryAsync();
    }
}
