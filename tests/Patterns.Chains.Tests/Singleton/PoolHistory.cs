using Patterns.Singleton;

namespace Patterns.Chains.Tests.Singleton;

/// <summary>A pool whose holders take, release, die and are frozen, one act after the other.</summary>
internal sealed class PoolHistory
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);
    private static readonly string[] Functions = ["mails", "orders", "reports"];

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;
    private readonly int _size;
    private readonly Dictionary<string, int> _floors;
    private readonly List<(SimulatedProcess Process, PoolLease Lease)> _leases = [];
    private readonly Dictionary<int, long> _tokens = [];

    public PoolHistory(int size, Dictionary<string, int> floors)
    {
        _size = size;
        _floors = floors;
        _table = new InMemoryTable("history", _time);
    }

    public async Task ActAsync(int kind, int who)
    {
        switch (kind)
        {
            case < 5:
                await TakeAsync(Functions[who % Functions.Length]);
                break;
            case 5 when _leases.Count > 0:
                await ReleaseAsync(_leases[who % _leases.Count].Lease);
                break;
            case 6 when _leases.Count > 0:
                _leases[who % _leases.Count].Process.Crash();
                break;
            case 7 when _leases.Count > 0:
                _leases[who % _leases.Count].Process.Freeze(Duration * (who % 30) / 10);
                break;
            case 8:
                await AskInVainAsync(Functions[who % Functions.Length]);
                break;
            default:
                _time.Advance(Duration * (who % 20) / 10);
                break;
        }
    }

    public async Task CheckAsync()
    {
        var slots = await Pool("observer", _time).ReadAsync(CancellationToken.None);
        PoolLease[] held = [.. _leases.Where(one => !one.Process.IsFrozen && one.Lease.IsHeld).Select(one => one.Lease)];
        Assert.Equal(_size, slots.Count);
        Assert.Equal(held.Length, held.Select(lease => lease.Slot).Distinct().Count());

        // What a live holder believes to have, the table has too.
        Assert.All(held, lease => Assert.NotNull(slots[lease.Slot].Holder));
    }

    /// <summary>When all have died, everything is free after one duration, and nothing before its time.</summary>
    public async Task CheckRecoveryAsync()
    {
        _leases.ForEach(one => one.Process.Crash());
        _time.Advance(Duration);
        for (var slot = 0; slot < _size; slot++)
        {
            Assert.True(await TakeAsync("mails"), $"slot {slot} of {_size}");
        }

        Assert.False(await TakeAsync("orders"));
    }

    /// <summary>One that is given back by who does not have it any more stays as it is.</summary>
    private async Task ReleaseAsync(PoolLease lease)
    {
        var before = await DescribeAsync();
        var isOwn = _tokens[lease.Slot] == lease.Token && before[lease.Slot].ExpiresAt is not null;
        var released = await lease.ReleaseAsync(CancellationToken.None);
        var after = await DescribeAsync();

        if (isOwn && released)
        {
            Assert.Null(after[lease.Slot].Holder);
        }
        else
        {
            Assert.Equal(before, after);
        }

        Assert.Equal(before.Where(slot => slot.Number != lease.Slot), after.Where(slot => slot.Number != lease.Slot));
    }

    private async Task<bool> TakeAsync(string function)
    {
        var process = new SimulatedProcess(_time, new Random(1));
        var before = await DescribeAsync();
        if (await Pool(function, process).TryAcquireAsync(CancellationToken.None) is not { } lease)
        {
            Assert.DoesNotContain(before, slot => slot.ExpiresAt is null && (slot.Function == function || !slot.IsWanted));
            return false;
        }

        // Only a free slot, none that its function wants, and with a greater token than ever.
        Assert.Null(before[lease.Slot].ExpiresAt);
        Assert.True(before[lease.Slot].Function == function || !before[lease.Slot].IsWanted);
        Assert.True(lease.Token > _tokens.GetValueOrDefault(lease.Slot));
        _tokens[lease.Slot] = lease.Token;
        _leases.Add((process, lease));
        return true;
    }

    private async Task AskInVainAsync(string function)
    {
        var process = new SimulatedProcess(_time, new Random(1));
        var waiting = Pool(function, process).AcquireAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None);
        _time.Advance(TimeSpan.FromMilliseconds(200));
        try
        {
            var lease = await waiting;
            _tokens[lease.Slot] = lease.Token;
            _leases.Add((process, lease));
        }
        catch (LeasePoolExhaustedException)
        {
            // Its slots that are lent are wanted now.
            Assert.DoesNotContain(await DescribeAsync(), slot => slot.ExpiresAt is null && (slot.Function == function || !slot.IsWanted));
        }
    }

    private Task<IReadOnlyList<PoolSlot>> DescribeAsync() => Pool("observer", _time).ReadAsync(CancellationToken.None);

    private LeasePool Pool(string function, TimeProvider time) => new(_table, new LeasePoolOptions
    {
        Name = "history",
        Size = _size,
        Function = function,
        Floors = _floors,
        Duration = Duration,
        Time = time,
        Jitter = () => 0.5,
    });
}
