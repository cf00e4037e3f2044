using Patterns.LongRunning;

namespace Patterns.Chains.Tests.LongRunning;

public sealed class LongRunningCrashTests
{
    [Fact]
    public async Task A_job_killed_at_any_step_has_the_result_of_one_that_was_not()
    {
        var killed = await KillAtEveryStepAsync(messageIsLost: false);

        Assert.InRange(killed, 60, 500);
    }

    [Fact]
    public async Task A_job_killed_at_any_step_whose_message_is_lost_is_found_by_a_sweep() => await KillAtEveryStepAsync(messageIsLost: true);

    [Fact]
    public async Task A_sweep_killed_at_any_step_is_made_good_by_the_next_one()
    {
        for (var step = 0; ; step++)
        {
            var rig = new JobRig();
            await rig.StartAsync();
            await rig.DeliverAsync(rig.Messages.Single(), new KillAtStep(20));
            var gate = new KillAtStep(step);
            await Record.ExceptionAsync(() => rig.SweepAsync(gate));

            await rig.FinishAsync();

            await rig.CheckEndAsync(JobPhase.Completed);
            if (!gate.HasKilled)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task A_start_killed_at_any_step_and_made_again_starts_one_job()
    {
        for (var step = 0; ; step++)
        {
            var rig = new JobRig();
            var gate = new KillAtStep(step);
            await Record.ExceptionAsync(() => rig.Jobs(gate).StartAsync("j", new Sum(0, 0), CancellationToken.None));
            await rig.StartAsync();

            await rig.FinishAsync();

            await rig.CheckEndAsync(JobPhase.Completed);
            if (!gate.HasKilled)
            {
                return;
            }
        }
    }

    private static async Task<int> KillAtEveryStepAsync(bool messageIsLost)
    {
        for (var step = 0; ; step++)
        {
            var rig = new JobRig();
            await rig.StartAsync();
            var gate = new KillAtStep(step);
            if (messageIsLost)
            {
                while (!gate.HasKilled && rig.Messages is [var message, ..])
                {
                    if (!await rig.DeliverAsync(message, gate))
                    {
                        await rig.DeliverAsync(message, new KillAtStep(0));
                        rig.Lose(message);
                    }
                }
            }
            else
            {
                await rig.DeliverAllAsync(() => gate.HasKilled ? null : gate);
            }

            await rig.FinishAsync();

            await rig.CheckEndAsync(JobPhase.Completed);
            Assert.Equal(CountUp.Slices, rig.Begun.Distinct().Count());
            Assert.InRange(rig.Begun.Count, CountUp.Slices, CountUp.Slices + 1);
            if (!gate.HasKilled)
            {
                return step;
            }
        }
    }
}
