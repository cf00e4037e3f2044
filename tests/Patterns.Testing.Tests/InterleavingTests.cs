namespace Patterns.Testing.Tests;

public sealed class InterleavingTests
{
    [Fact(Timeout = 60_000)]
    public Task A_run_ends_when_its_processes_end_on_threads_of_the_pool() =>
        Task.WhenAll(Enumerable.Range(0, 8).Select(first => Task.Run(() => RunManyAsync(first * 10_000))));

    [Fact]
    public async Task No_process_is_killed_before_its_code_ran()
    {
        var started = 0;
        var survived = 0;
        var schedule = new Interleaving(seed: 1) { KillProbability = 1 };
        for (var process = 0; process < 5; process++)
        {
            schedule.Start(async gate =>
            {
                started++;
                await gate.StepAsync("work");
                survived++;
            });
        }

        await schedule.RunAsync();

        Assert.Equal((5, 0), (started, survived));
    }

    [Fact]
    public async Task A_run_ends_with_the_failure_of_a_process()
    {
        var schedule = new Interleaving(seed: 1);
        schedule.Start(async gate =>
        {
            await gate.StepAsync("work");
            throw new InvalidOperationException("broken");
        });

        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(schedule.RunAsync)).Message);
    }

    private static async Task RunManyAsync(int firstSeed)
    {
        for (var seed = firstSeed; seed < firstSeed + 10_000; seed++)
        {
            var schedule = new Interleaving(seed);
            schedule.Start(EndOnPoolAsync);
            schedule.Start(EndOnPoolAsync);
            await schedule.RunAsync();
        }
    }

    private static async Task EndOnPoolAsync(IStepGate gate)
    {
        await gate.StepAsync("work");
        await Task.Yield();
    }
}
