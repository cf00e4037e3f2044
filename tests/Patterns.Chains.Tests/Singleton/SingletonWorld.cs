using Patterns.Singleton;
using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.Chains.Tests.Singleton;

/// <summary>Contenders for one lease, who write to guarded items while they have it, are frozen, and crash.</summary>
internal sealed class SingletonWorld
{
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    // A look, an attempt to take and the world's step, each with its lag.
    public static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(150);

    private const int Contenders = 50;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly TableKey LeaseKey = new("world/lease/the one", "lease");

    private readonly FakeTimeProvider _time = new();
    private readonly Random _random;
    private readonly TimeSpan _mostSkew;
    private readonly List<SimulatedProcess> _processes = [];
    private readonly Dictionary<long, SimulatedProcess> _owners = [];
    private readonly List<Task> _failures = [];
    private readonly HashSet<long> _released = [];
    private (long Token, DateTimeOffset Since)? _dead;
    private TableItem? _seen;

    public SingletonWorld(int seed, TimeSpan mostSkew = default)
    {
        _random = new Random(seed);
        _mostSkew = mostSkew;
        Table = new InMemoryTable("world", _time);
        Guarded = new InMemoryTable("guarded", _time);
    }

    public InMemoryTable Table { get; }

    public InMemoryTable Guarded { get; }

    public int Crashes { get; private set; }

    public int Refusals { get; private set; }

    /// <summary>How long it took from an owner's crash, and from a lease's end, until the next owner had it.</summary>
    public List<TimeSpan> TakenAfterCrash { get; } = [];

    public List<TimeSpan> TakenAfterEnd { get; } = [];

    public List<long> Acquired { get; } = [];

    public void Run(TimeSpan time)
    {
        for (var count = 0; count < Contenders; count++)
        {
            Start();
        }

        for (var end = _time.GetUtcNow() + time; _time.GetUtcNow() < end;)
        {
            _time.Advance(Step);
            Observe();
            if (_random.NextDouble() < 0.005)
            {
                _processes[_random.Next(_processes.Count)].Freeze(Duration * (0.5 + (2 * _random.NextDouble())));
            }
        }

        Assert.All(_failures, task => Assert.Null(task.Exception));
    }

    private void Start()
    {
        var skew = _mostSkew * ((2 * _random.NextDouble()) - 1);
        var process = new SimulatedProcess(_time, new Random(_random.Next()), skew) { Freezes = (0.002, Duration * 1.5) };
        _processes.Add(process);
        _failures.Add(ContendAsync(process));
    }

    private async Task ContendAsync(SimulatedProcess process)
    {
        var leases = new LeaseStore(new SteppedTable(Table, process), new LeaseOptions
        {
            Name = "world",
            Duration = Duration,
            PollInterval = Duration / 4,
            Time = process,
            Jitter = _random.NextDouble,
        });
        while (true)
        {
            var lease = await leases.AcquireAsync("the one", TimeSpan.FromDays(1), CancellationToken.None);
            Acquired.Add(lease.Token);
            _owners[lease.Token] = process;
            try
            {
                await WorkAsync(process, lease);
            }
            catch (LeaseLostException)
            {
                Refusals++;
            }

            _released.Add(lease.Token);
            await lease.DisposeAsync();
            await process.SleepAsync(Duration * _random.NextDouble());
        }
    }

    private async Task WorkAsync(SimulatedProcess process, Lease lease)
    {
        // Requests of the work are frozen more often than those of the lease.
        var gate = new SimulatedGate(process, _random, Duration);
        var fenced = new FencedTable(new SteppedTable(Guarded, gate), lease);
        var open = new SteppedTable(Guarded, gate);
        var checkedTable = new SteppedTable(Table, gate);
        for (var turns = _random.Next(1, 6); turns > 0; turns--)
        {
            await process.SleepAsync(Duration * _random.NextDouble());
            if (_random.NextDouble() < 0.2)
            {
                Crash(process, lease);
                await process.SleepAsync(TimeSpan.Zero);
            }

            await open.WriteAsync(new TableUpdate(new("open", "item")).Set("token", lease.Token), CancellationToken.None);
            await fenced.WriteAsync(new TableUpdate(new("fenced", "item")).Set("token", lease.Token), CancellationToken.None);
            await TransactAsync(checkedTable, lease);
        }
    }

    private static async Task TransactAsync(SteppedTable table, Lease lease)
    {
        var write = new TableUpdate(new("checked", "item")).Set("token", lease.Token);
        var check = lease.Check();
        var result = await table.TransactAsync([write, check], null, CancellationToken.None);
        if (!result.Committed)
        {
            throw new LeaseLostException(lease.Name, lease.Token);
        }
    }

    /// <summary>Another one comes in its place, so that there are always as many.</summary>
    private void Crash(SimulatedProcess process, Lease lease)
    {
        Crashes++;
        process.Crash();
        if (_seen is { } item && LeaseFields.TokenOf(item) == lease.Token && _dead?.Token != lease.Token)
        {
            _dead = (lease.Token, _time.GetUtcNow());
        }

        _processes.Remove(process);
        Start();
    }

    private void Observe()
    {
        var item = Table.Items.FirstOrDefault(found => found.Key == LeaseKey);
        if (item is null)
        {
            return;
        }

        var now = _time.GetUtcNow();
        if (_seen is { } before && LeaseFields.TokenOf(before) != LeaseFields.TokenOf(item))
        {
            // One that was released and taken again between two looks had not ended when it was seen last.
            if (LeaseFields.UntilOf(before) is { } until && (until <= now || !_released.Contains(LeaseFields.TokenOf(before))))
            {
                TakenAfterEnd.Add(now - until);
            }

            if (_dead is { } dead && dead.Token == LeaseFields.TokenOf(before))
            {
                TakenAfterCrash.Add(now - dead.Since);
                _dead = null;
            }
        }

        _seen = item;
    }
}
