using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.Singleton;

/// <summary>A lease of a <see cref="LeasePool"/>. It renews itself until it is released, or lost.</summary>
/// <remarks>
/// Close first what it stands for, a connection, then release it, and do both before the invocation ends: a function's environment may
/// be frozen after that, with its timers. Members may be called from several threads at once.
/// </remarks>
public sealed class PoolLease : IAsyncDisposable
{
    private readonly Slot _slot;
    private readonly string _owner;
    private readonly LeaseLife _life;

    internal PoolLease(Slot slot, LeasePoolOptions options, string owner, long token, TimeSpan validFor)
    {
        _slot = slot;
        _owner = owner;
        Pool = options.Name;
        Token = token;
        _life = new LeaseLife(
            options.Time,
            options.Duration / 3,
            validFor,
            cancellation => slot.RenewAsync(owner, token, cancellation),
            () => PoolMeter.CountLost(options));
    }

    /// <summary>The pool's name.</summary>
    public string Pool { get; }

    /// <summary>Which of the pool's leases it is, from 0 to less than its size. At any time one holder has it, as far as clocks tell.</summary>
    public int Slot => _slot.Number;

    /// <summary>
    /// Greater than that of every earlier holder of the same <see cref="Slot"/>. With the slot's number in its name, a connection that a
    /// former holder has left can be told from the new one's.
    /// </summary>
    public long Token { get; }

    /// <summary>Whether it is another function's own: it is not renewed any more once that one waits for it.</summary>
    public bool IsBorrowed => _slot.Standing == SlotStanding.Foreign;

    /// <summary>
    /// Cancelled when the lease is known to be lost, or was not renewed in time, a tenth of the pool's duration before somebody else may have
    /// it. It may come late: a holder that was frozen acts before its timers do.
    /// </summary>
    public CancellationToken Lost => _life.Lost;

    /// <summary>Whether the lease is, as far as its holder knows, still its own.</summary>
    public bool IsHeld => _life.IsHeld;

    /// <summary>Gives the lease back, if it is still its holder's. Again, it does nothing.</summary>
    /// <returns>Whether it was given back now.</returns>
    /// <exception cref="TableException">The table could not do it; the lease ends by itself.</exception>
    public async Task<bool> ReleaseAsync(CancellationToken cancellationToken)
    {
        _life.Stop();
        return await _slot.GiveBackAsync(_owner, Token, cancellationToken).ConfigureAwait(false);
    }

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
}
