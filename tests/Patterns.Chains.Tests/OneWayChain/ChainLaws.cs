using FsCheck;
using FsCheck.Fluent;

namespace Patterns.OneWayChain.Tests;

public sealed class ChainLaws
{
    [Fact]
    public void Whatever_throws_repeats_and_dies_every_start_is_completed_or_has_a_failure_record_that_names_the_step()
    {
        var fault = Gen.Frequency(
            (6, Gen.Constant(Fault.None)),
            (5, Gen.Elements(Fault.ThrowsTwice, Fault.ThrowsAfterItsEffect, Fault.MessageComesTwice)),
            (1, Gen.Elements(Fault.ThrowsAlways, Fault.IsHopeless)));
        var cases = from faults in fault.ArrayOf(ChainRig.Steps.Length).NonEmptyListOf()
                    from batch in Gen.Choose(1, 6)
                    select (Faults: faults.ToArray(), Batch: batch);

        Prop.ForAll(cases.ToArbitrary(), run => CheckAsync(run.Faults, run.Batch).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(12));
    }

    [Fact]
    public async Task A_process_that_dies_at_any_moment_loses_no_chain_and_no_outcome()
    {
        var starts = new[] { "a", "b", "c" };
        for (var step = 0; ; step++)
        {
            var rig = new ChainRig { FaultOf = (chain, at) => chain == "b" && at == 1 ? Fault.IsHopeless : Fault.None };
            foreach (var start in starts)
            {
                await rig.StartAsync(start);
            }

            var gate = new KillAtStep(step);
            await rig.PumpAsync(batchSize: 1, gate);

            rig.Check(starts);
            if (!gate.HasKilled)
            {
                Assert.True(step > 20, $"The chain has only {step} steps to die at.");
                return;
            }
        }
    }

    private static async Task<bool> CheckAsync(Fault[][] faults, int batchSize)
    {
        var rig = new ChainRig { FaultOf = (chain, step) => faults[int.Parse(chain)][step] };
        var starts = Enumerable.Range(0, faults.Length).Select(number => number.ToString()).ToList();
        foreach (var start in starts)
        {
            await rig.StartAsync(start);
        }

        await rig.PumpAsync(batchSize);
        rig.Check(starts);
        return true;
    }
}
