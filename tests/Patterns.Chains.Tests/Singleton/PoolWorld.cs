using Patterns.Singleton;

namespace Patterns.Chains.Tests.Singleton;

/// <summary>Functions with more contenders than leases, whose processes work, are frozen beyond their leases, and crash.</summary>
internal sealed class PoolWorld
{
    public const int Size = 10;
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan PollInterval = Duration / 20;
    public static readonly TimeSpan MostSkew = Duration / 25;

    // Two looks and the requests around them, the world's step and the clocks' difference.
    public static readonly TimeSpan Slack = (2 * (PollInterval + TimeSpan.FromMilliseconds(200))) + (2 * MostSkew);

    private const int ContendersPerFunction = 15;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly Dictionary<string, int> Floors = new() { ["orders"] = 4, ["reports"] = 2 };

    private readonly FakeTimeProvider _time = new();
    private readonly Random _random;
    private readonly bool _freezesAnywhere;
    private readonly InMemoryTable _table;
    private readonly LeasePool _observer;
    private readonly List<(SimulatedProcess Process, PoolLease Lease)> _held = [];
    private readonly List<(PoolLease Lease, DateTimeOffset Since)> _dead = [];
    private readonly Dictionary<string, int> _waiting = [];
    private readonly Dictionary<(string Function, int Leases), DateTimeOffset> _belowFloorSince = [];
    private readonly List<Task> _contenders = [];

    public PoolWorld(int seed, bool freezesAnywhere)
    {
        _random = new Random(seed);
        _freezesAnywhere = freezesAnywhere;
        _table = new InMemoryTable("world", _time);
        _observer = Pool("observer", _table, _time);
    }

    public int Crashes { get; private set; }

    public int Borrowed { get; private set; }

    public int Lost { get; private set; }

    /// <summary>The most holders of live processes at a time, and the most leases that the table had at a time.</summary>
    public (int Holders, int Leases) Most { get; private set; }

    /// <summary>
    /// How long a function had fewer leases than it needed, at the longest: it needs as many as it has and waits for with all patience, up to
    /// its floor.
    /// </summary>
    public TimeSpan LongestBelowFloor { get; private set; }

    /// <summary>How long a slot stayed taken after its holder's crash, at the longest.</summary>
    public TimeSpan LongestDead { get; private set; }

    public void Run(TimeSpan time)
    {
        foreach (var function in new[] { "orders", "reports", "mails" })
        {
            for (var count = 0; count < ContendersPerFunction; count++)
            {
                Start(function);
            }
        }

        for (var end = _time.GetUtcNow() + time; _time.GetUtcNow() < end;)
        {
            _time.Advance(Step);
            Observe();
        }

        Assert.All(_contenders, task => Assert.Null(task.Exception));
    }

    private void Start(string function)
    {
        var skew = MostSkew * ((2 * _random.NextDouble()) - 1);
        var process = new SimulatedProcess(_time, new Random(_random.Next()), skew) { Freezes = (_freezesAnywhere ? 0.01 : 0, Duration * 1.5) };
        _contenders.Add(ContendAsync(function, process));
    }

    private async Task ContendAsync(string function, SimulatedProcess process)
    {
        var pool = Pool(function, new SteppedTable(_table, process), process);
        while (true)
        {
            // Sometimes a function has nothing to do, so that its slots are lent.
            await process.SleepAsync(Duration * (_random.NextDouble() < 0.5 ? 0.2 : 8) * _random.NextDouble());
            if (await AcquireAsync(function, pool) is { } lease)
            {
                var held = (process, lease);
                _held.Add(held);
                Borrowed += lease.IsBorrowed ? 1 : 0;
                await WorkAsync(function, process, lease);
                _held.Remove(held);
                Lost += lease.Lost.IsCancellationRequested ? 1 : 0;
                await lease.DisposeAsync();
            }
        }
    }

    private async Task<PoolLease?> AcquireAsync(string function, LeasePool pool)
    {
        _waiting[function] = _waiting.GetValueOrDefault(function) + 1;
        try
        {
        return await pool.AcquireAsync(_random.NextDouble() < 0.1 ? Duration / 4 : TimeSpan.FromDays(1), CancellationToken.None);
        }
        catch (LeasePoolExhaustedException)
        {
            return null;
        }
        finally
        {
            _waiting[function]--;
        }
    }

    private async Task WorkAsync(string function, SimulatedProcess process, PoolLease lease)
    {
        for (var turns = _random.Next(1, 8); turns > 0 && lease.IsHeld; turns--)
        {
            var fate = _random.NextDouble();
            if (fate < 0.05)
            {
                Crash(function, process, lease);
            }
            else if (fate < 0.1)
            {
                process.Freeze(Duration * 3 * _random.NextDouble());
            }

            await process.SleepAsync(Duration / 2 * _random.NextDouble());
        }
    }

    /// <summary>Another one comes in its place, so that there are always as many.</summary>
    private void Crash(string function, SimulatedProcess process, PoolLease lease)
    {
        Crashes++;
        process.Crash();
        _dead.Add((lease, _time.GetUtcNow()));
        Start(function);
    }

    private void Observe()
    {
        var now = _time.GetUtcNow();
        var slots = _observer.ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
        var leases = slots.Count(slot => slot.Holder is not null);
        PoolLease[] held = [.. _held.Where(one => !one.Process.IsFrozen && one.Lease.IsHeld).Select(one => one.Lease)];

        Assert.Equal(held.Length, held.Select(lease => lease.Slot).Distinct().Count());
        Assert.All(held, lease => Assert.InRange(lease.Slot, 0, Size - 1));
        Most = (Math.Max(Most.Holders, held.Length), Math.Max(Most.Leases, leases));
        ObserveDead(now);
        foreach (var (function, floor) in Floors)
        {
            var leased = slots.Count(slot => slot.Holder == function);
            ObserveFloor(function, floor, leased, leased + _waiting.GetValueOrDefault(function), now);
        }
    }

    private void ObserveFloor(string function, int floor, int held, int needed, DateTimeOffset now)
    {
        for (var leases = 1; leases <= floor; leases++)
        {
            if (held >= leases || needed < leases)
            {
                _belowFloorSince.Remove((function, leases));
                continue;
            }

            _belowFloorSince.TryAdd((function, leases), now);
            LongestBelowFloor = Longer(LongestBelowFloor, now - _belowFloorSince[(function, leases)]);
        }
    }

    private void ObserveDead(DateTimeOffset now)
    {
        foreach (var (lease, since) in _dead.ToArray())
        {
            var item = _table.Items.Single(item => item.Key.Partition == "world/slots/0");
            if (item[$"t{lease.Slot}"]!.GetInt64() == lease.Token && item[$"u{lease.Slot}"]!.GetInt64() > now.ToUnixTimeMilliseconds())
            {
                LongestDead = Longer(LongestDead, now - since);
            }
            else
            {
                _dead.Remove((lease, since));
            }
        }
    }

    private LeasePool Pool(string function, Tables.ITable table, TimeProvider time) => new(table, new LeasePoolOptions
    {
        Name = "world",
        Size = Size,
        Function = function,
        Floors = Floors,
        Duration = Duration,
        PollInterval = PollInterval,
        Rest = TimeSpan.FromMilliseconds(50),
        Time = time,
        Jitter = _random.NextDouble,
    });

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
