namespace Patterns.FanOut.Tests;

[Collection(HeavyTests.Name)]
public sealed class StagingCrashTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_crash_at_any_step_and_a_recovery_all_receivers_show_the_messages_or_none(bool accepts)
    {
        var (steps, committed, aborted) = (0, 0, 0);
        for (var hasKilled = true; hasKilled; steps++)
        {
            var barrier = new Barrier { StockAccepts = _ => accepts };
            hasKilled = await RunAsync(new KillAtStep(steps), gate => barrier.SendAsync(gate));

            barrier.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(0, await barrier.Process().ResumeAsync(default));
            var isCommitted = await barrier.AssertAllOrNoneAsync();
            (committed, aborted) = isCommitted ? (committed + 1, aborted) : (committed, aborted + 1);
            Assert.DoesNotContain(barrier.Billing.Items.Concat(barrier.Stock.Items), item => item["stagedState"]?.GetString() == "staged");
        }

        Assert.True(steps > 10, $"Only {steps} steps.");
        Assert.True(aborted > 5, $"{aborted} aborted.");
        Assert.Equal(accepts, committed > 5);
    }

    [Fact]
    public async Task A_crash_at_any_step_and_a_retry_of_the_same_transaction_end_in_one_outcome()
    {
        var steps = 0;
        for (var hasKilled = true; hasKilled; steps++)
        {
            var barrier = new Barrier();
            hasKilled = await RunAsync(new KillAtStep(steps), gate => barrier.SendAsync(gate));

            var result = await barrier.SendAsync();

            Assert.True(result.IsSettled);
            Assert.Equal(result.Outcome == StagingOutcome.Committed, await barrier.AssertAllOrNoneAsync());
        }
    }

    [Fact]
    public async Task A_recovery_that_dies_at_any_step_is_finished_by_the_next()
    {
        foreach (var sending in new[] { 3, 6, 8, 11, 14, 17 })
        {
            var steps = 0;
            for (var hasKilled = true; hasKilled; steps++)
            {
                var barrier = new Barrier();
                await RunAsync(new KillAtStep(sending), gate => barrier.SendAsync(gate));
                barrier.Time.Advance(TimeSpan.FromMinutes(1));
                hasKilled = await RunAsync(new KillAtStep(steps), gate => barrier.Process(gate).ResumeAsync(default));

                Assert.Equal(0, await barrier.Process().ResumeAsync(default));
                await barrier.AssertAllOrNoneAsync();
            }
        }
    }

    [Fact]
    public async Task In_a_thousand_interleavings_of_senders_and_recoveries_all_receivers_show_the_messages_or_none()
    {
        await Parallel.ForAsync(0, 1000, async (seed, _) =>
        {
            var barrier = new Barrier();
            var schedule = new Interleaving(seed) { KillProbability = 0.02 };
            schedule.Start(gate => barrier.SendAsync(gate));
            schedule.Start(gate => barrier.SendAsync(gate));
            schedule.Start(async gate =>
            {
                await gate.StepAsync("a minute passes");
                barrier.Time.Advance(TimeSpan.FromMinutes(1));
                await barrier.Process(gate).ResumeAsync(default);
            });
            await schedule.RunAsync();

            barrier.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(0, await barrier.Process().ResumeAsync(default));
            await barrier.AssertAllOrNoneAsync();
        });
    }

    private static async Task<bool> RunAsync(KillAtStep gate, Func<IStepGate, Task> process)
    {
        try
        {
            await process(gate);
        }
        catch (Exception) when (gate.HasKilled)
        {
            // A dead process says nothing.
        }

        return gate.HasKilled;
    }
}
