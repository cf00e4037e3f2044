namespace Patterns.Core.Tests.Idempotency;

/// <summary>Moves the clock by random jumps between the steps of mortal processes, until those have ended.</summary>
internal sealed class JumpingClock(Interleaving schedule, FakeTimeProvider time, Random random, double killProbability)
{
    private static readonly double[] Jumps = [0, 0, 0.01, 0.05, 0.5, 4, 6, 25];
    private int _running;

    public void Start(Func<IStepGate, Task> process)
    {
        var fate = new Random(random.Next());
        Interlocked.Increment(ref _running);
        schedule.Start(async gate =>
        {
            try
            {
                await process(new MortalGate(gate, fate, killProbability));
            }
            catch (ProcessKilledException)
            {
                // A dead process says nothing.
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        });
    }

    public void Run() => schedule.Start(async gate =>
    {
        while (Volatile.Read(ref _running) > 0)
        {
            await gate.StepAsync("clock");
            time.Advance(TimeSpan.FromSeconds(Jumps[random.Next(Jumps.Length)]));
        }
    });
}
