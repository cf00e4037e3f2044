using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.Singleton;

/// <summary>A lease that was taken. It renews itself until it is released, or lost.</summary>
/// <remarks>
/// Release it before the invocation ends: a function's environment may be frozen after that, with its timers. Members may be
/// called from several threads at once.
/// </remarks>
public sealed class Lease : IAsyncDisposable
{
    private readonly LeaseItem _item;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly Lock _lock = new();
    private readonly ITimer _renewal;
    private readonly ITimer _expiry;
    private bool _isOver;
    private bool _isRenewing;

    internal Lease(LeaseItem item, string owner, long token, TimeSpan validFor)
    {
        _item = item;
        Owner = owner;
        Token = token;
        Lost = _lost.Token;
        var (time, period) = (item.Options.Time, item.Options.Duration / 3);
        _renewal = time.CreateTimer(static lease => ((Lease)lease!).RenewOnTime(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _expiry = time.CreateTimer(static lease => ((Lease)lease!).Lose(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // Only now, since they stop each other.
        _renewal.Change(period, period);
        _expiry.Change(Positive(validFor), Timeout.InfiniteTimeSpan);
    }

    /// <summary>The lease's name.</summary>
    public string Name => _item.Name;

    /// <summary>
    /// The fencing token: greater than that of every earlier owner. Give it to whatever the lease protects, and have that refuse
    /// a token that is less than one it has seen.
    /// </summary>
    public long Token { get; }

    /// <summary>
    /// Cancelled when the lease is known to be lost, or was not renewed in time. It may come late: an owner that was frozen acts before
    /// its timers do, which is what the token is for.
    /// </summary>
    public CancellationToken Lost { get; }

    /// <summary>Whether the lease is, as far as its owner knows, still its own.</summary>
    public bool IsHeld
    {
        get
        {
            lock (_lock)
            {
                return !_isOver;
            }
        }
    }

    internal string Owner { get; }

    internal TableCondition Held => LeaseFields.HeldWith(Owner, Token);

    /// <summary>
    /// A check for a transaction that must not take effect once another owner has taken the lease. The transaction's table and
    /// that of the lease belong to the same store. A renewal at the same moment makes a conflict that passes.
    /// </summary>
    public TableCheck Check() => new(_item.Key, Held) { Table = _item.Table };

    /// <summary>Gives the lease back, if it is still its owner's; the next one need not wait for its end. Again, it does nothing.</summary>
    /// <returns>Whether it was given back now.</returns>
    /// <exception cref="TableException">The table could not do it; the lease ends by itself.</exception>
    public async Task<bool> ReleaseAsync(CancellationToken cancellationToken) => await ReleaseAsync(null, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Gives the lease back; a failure to do so is passed over, since the lease ends by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await ReleaseAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (TableException)
        {
            // Nobody renews it any more.
        }
    }

    /// <summary>Ends the renewing. The item stays as it is, for an owner that ends the lease by a write of its own.</summary>
    internal bool Stop()
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return false;
            }

            _isOver = true;
        }

        _renewal.Dispose();
        _expiry.Dispose();
        _released.Cancel();
        return true;
    }

    /// <summary>Gives the lease back and changes more of its item.</summary>
    /// <returns>The item as it is now; null when the lease was not the owner's any more.</returns>
    internal async ValueTask<TableItem?> ReleaseAsync(Func<TableUpdate, TableUpdate>? more, CancellationToken cancellationToken)
    {
        Stop();
        return await _item.GiveBackAsync(Owner, Token, more, cancellationToken).ConfigureAwait(false);
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private void RenewOnTime()
    {
        lock (_lock)
        {
            if (_isOver || _isRenewing)
            {
                return;
            }

            _isRenewing = true;
        }

        _ = RenewAsync();
    }

    private async Task RenewAsync()
    {
        try
        {
            var validFor = await _item.RenewAsync(Owner, Token, _released.Token).ConfigureAwait(false);
            Extend(validFor);
        }
        catch (Exception)
        {
            // The next renewal tries again; without one in time, the lease ends. Nobody waits for this task.
        }
        finally
        {
            lock (_lock)
            {
                _isRenewing = false;
            }
        }
    }

    private void Extend(TimeSpan? validFor)
    {
        if (validFor is not { } time)
        {
            Lose();
            return;
        }

        lock (_lock)
        {
            if (!_isOver)
            {
                _expiry.Change(Positive(time), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Lose()
    {
        if (Stop())
        {
            SingletonMeter.CountLost(_item.Options.Name);
            _lost.Cancel();
        }
    }
}
