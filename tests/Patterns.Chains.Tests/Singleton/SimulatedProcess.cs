namespace Patterns.Chains.Tests.Singleton;

/// <summary>
/// A process of a simulated world: its own clock and its way to the tables, both of which stand still while the process is frozen.
/// A process that crashes is frozen for good. All runs on the thread that moves the world's clock.
/// </summary>
internal sealed class SimulatedProcess(FakeTimeProvider world, Random random, TimeSpan skew = default) : TimeProvider, IStepGate
{
    private readonly List<Action> _postponed = [];

    // One for each that waits: several continuations of one task would run on other threads.
    private readonly Queue<TaskCompletionSource> _waiting = [];

    public bool IsFrozen { get; private set; }

    public bool HasCrashed { get; private set; }

    /// <summary>How likely the process is frozen with a request in its hands, and for how long.</summary>
    public (double Probability, TimeSpan Duration) Freezes { get; init; }

    public override long TimestampFrequency => world.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow() + skew;

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => world.CreateTimer(
        _ =>
        {
            if (IsFrozen)
            {
                _postponed.Add(() => callback(state));
            }
            else
            {
                callback(state);
            }
        },
        null,
        dueTime,
        period);

    public void Crash()
    {
        HasCrashed = true;
        IsFrozen = true;
    }

    public void Freeze(TimeSpan time)
    {
        if (!IsFrozen)
        {
            IsFrozen = true;
            world.CreateTimer(_ => Thaw(), null, time, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A request and a reply take some milliseconds each, and freezes come between.</summary>
    public async ValueTask StepAsync(string name)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 20)), world);
        if (random.NextDouble() < Freezes.Probability)
        {
            Freeze(Freezes.Duration * (1 + random.NextDouble()));
        }

        await WhileFrozenAsync();
    }

    public async Task SleepAsync(TimeSpan time)
    {
        await Task.Delay(time, world);
        await WhileFrozenAsync();
    }

    private async Task WhileFrozenAsync()
    {
        while (IsFrozen)
        {
            var thaw = new TaskCompletionSource();
            _waiting.Enqueue(thaw);
            await thaw.Task;
        }
    }

    private void Thaw()
    {
        if (HasCrashed)
        {
            return;
        }

        // What waited for a reply goes on before the timers do: the worst case for whoever relies on them.
        IsFrozen = false;
        for (var count = _waiting.Count; count > 0; count--)
        {
            _waiting.Dequeue().SetResult();
        }

        var postponed = _postponed.ToArray();
        _postponed.Clear();
        Array.ForEach(postponed, callback => callback());
    }
}
