using Patterns.LongRunning;

namespace Patterns.Chains.Tests.LongRunning;

public sealed class LongRunningInterleavings
{
    private const int Schedules = 60;

    [Fact]
    public async Task Workers_sweeps_and_a_cancel_at_the_same_time_end_a_job_once()
    {
        var phases = new List<JobPhase>();
        for (var seed = 0; seed < Schedules; seed++)
        {
            phases.Add(await RunAsync(seed, cancels: true, killProbability: 0));
        }

        Assert.Contains(JobPhase.Completed, phases);
        Assert.Contains(JobPhase.Cancelled, phases);
    }

    [Fact]
    public async Task Workers_that_are_killed_at_random_complete_a_job_once()
    {
        for (var seed = 0; seed < Schedules; seed++)
        {
            Assert.Equal(JobPhase.Completed, await RunAsync(seed, cancels: false, killProbability: 0.02));
        }
    }

    /// <summary>At another time for every seed, from before the first checkpoint to after the end.</summary>
    private static async Task CancelLateAsync(JobRig rig, IStepGate gate, int seed)
    {
        for (var steps = seed * 3; steps > 0; steps--)
        {
            await gate.StepAsync("wait");
        }

        await rig.Jobs(gate).CancelAsync("j", CancellationToken.None);
    }

    private static async Task<JobPhase> RunAsync(int seed, bool cancels, double killProbability)
    {
        var rig = new JobRig { SliceTakes = TimeSpan.FromSeconds(1) };
        await rig.StartAsync();

        // So that the sweep takes it for one that nobody comes for.
        rig.Time.Advance(TimeSpan.FromMinutes(6));
        var message = rig.Messages.Single();
        var schedule = new Interleaving(seed) { KillProbability = killProbability };
        for (var worker = 0; worker < 3; worker++)
        {
            schedule.Start(gate => rig.DeliverAsync(message, gate));
        }

        schedule.Start(gate => rig.Process(gate).SweepHandler(Events.Schedule(rig.Time.GetUtcNow()), rig.Context()));
        if (cancels)
        {
            schedule.Start(gate => CancelLateAsync(rig, gate, seed));
        }

        await schedule.RunAsync();
        await rig.FinishAsync();
        var phase = (await rig.StatusAsync()).Phase;
        await rig.CheckEndAsync(phase);
        return phase;
    }
}
