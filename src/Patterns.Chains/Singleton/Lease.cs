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
    private readonly LeaseLife _life;

    internal Lease(LeaseItem item, string owner, long token, TimeSpan validFor)
    {
        _item = item;
        Owner = owner;
        Token = token;
        _life = new LeaseLife(item.Options.Time, item.Options.Duration / 3, validFor, RenewAsync, () => SingletonMeter.CountLost(item.Options.Name));
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
    public CancellationToken Lost => _life.Lost;

    /// <summary>Whether the lease is, as far as its owner knows, still its own.</summary>
    public bool IsHeld => _life.IsHeld;

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
    internal bool Stop() => _life.Stop();

    /// <summary>Gives the lease back and changes more of its item.</summary>
    /// <returns>The item as it is now; null when the lease was not the owner's any more.</returns>
    internal async ValueTask<TableItem?> ReleaseAsync(Func<TableUpdate, TableUpdate>? more, CancellationToken cancellationToken)
    {
        Stop();
        return await _item.GiveBackAsync(Owner, Token, more, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<LeaseRenewal> RenewAsync(CancellationToken cancellationToken) =>
        await _item.RenewAsync(Owner, Token, cancellationToken).ConfigureAwait(false) is { } validFor ? LeaseRenewal.Until(validFor) : LeaseRenewal.Lost;
}
