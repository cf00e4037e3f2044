namespace Patterns.Core.Tests.Idempotency;

/// <summary>Moves the clock by random jumps between the steps of the other processes, until those have ended.</summary>
internal sealed class JumpingClock(Interleaving schedule, FakeTimeProvider time, Random random)
{
    private static readonly double[] Jumps = [0, 0, 0.01, 0.05, 0.5, 4, 6, 25];
    private int _running;

    public void Start(Func<IStepGate, Task> process)
    {
        Interlocked.Increment(ref _running);
        schedule.Start(async gate =>
        {
            try
            {
                await process(gate);
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        });
    }

    /// <summary>A clock does not die: when its process is killed, another one takes over.</summary>
    public void Run() => schedule.Start(async gate =>
    {
        try
        {
            while (Volatile.Read(ref _running) > 0)
            {
                await gate.StepAsync("clock");
                time.Advance(TimeSpan.FromSeconds(Jumps[random.Next(Jumps.Length)]));
            }
        }
        catch (ProcessKilledException)
        {
            Run();
            throw;
        }
    });
}
