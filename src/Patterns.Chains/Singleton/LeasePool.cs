using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.Singleton;

/// <summary>
/// A number of leases that several functions share, so that together they never have more of something than there is: connections of a
/// database, above all.
/// </summary>
/// <remarks>
/// <para>
/// Guarantee: never more leases than <see cref="LeasePoolOptions.Size"/>, as far as clocks tell, since there are no more slots to
/// hold; those of a holder that died are free one <see cref="LeasePoolOptions.Duration"/> after its last renewal at the latest; a holder
/// whose lease went to another one changes nothing by releasing it.
/// </para>
/// <para>
/// A function takes a free slot of its own first, then one that belongs to nobody, then an idle one of another function. The last is
/// borrowed. While a function waits, nobody borrows a slot of it, and for each of its requests that wait one that is lent is not renewed any
/// more, so that it is back after one <see cref="LeasePoolOptions.Duration"/> at the latest, if there are requests that wait for so long.
/// Nobody is served in turn: of those who wait, chance decides, and it favours who has just come and looks more often.
/// </para>
/// <para>
/// Taking a lease of a pool that has room is one write, and so are giving it back and each renewal. Taking one of a full pool is a
/// write that is refused; then, and for each look while waiting, an item is read for every 16 leases.
/// </para>
/// </remarks>
public sealed class LeasePool
{
    private readonly PoolLayout _layout;

    /// <summary>Makes a pool; it may be used by several callers at a time.</summary>
    /// <param name="table">The table; others may use it, too, with other names.</param>
    /// <param name="options">Which leases there are, and who asks.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public LeasePool(ITable table, LeasePoolOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        Options = options.Validated();
        _layout = new PoolLayout(table, options);
    }

    /// <summary>What the pool was told, with the defaults where it was told nothing.</summary>
    public LeasePoolOptions Options { get; }

    /// <summary>Takes a lease if one is free now.</summary>
    /// <returns>The lease, which renews itself until it is released; null when all that the function may have are taken.</returns>
    /// <exception cref="TableException">The table could not do it. A lease that may be taken all the same is given back as well as that goes; else it ends by itself.</exception>
    public Task<PoolLease?> TryAcquireAsync(CancellationToken cancellationToken) => new PoolWait(_layout, Options).TryAsync(cancellationToken);

    /// <summary>Takes a lease as soon as one is free, looking at random moments. Slots of its own that are lent are asked for at once.</summary>
    /// <param name="patience">How long to wait at most; zero for a single attempt.</param>
    /// <param name="cancellationToken">
    /// Ends the waiting with an <see cref="OperationCanceledException"/>. A lease that was being taken is given back as well as that goes; else
    /// it ends by itself.
    /// </param>
    /// <returns>The lease, which renews itself until it is released.</returns>
    /// <exception cref="LeasePoolExhaustedException">None was free in time.</exception>
    /// <exception cref="TableException">The table could not do it, and will not, or still could not when patience ended; till then, what may pass is tried again.</exception>
    public Task<PoolLease> AcquireAsync(TimeSpan patience, CancellationToken cancellationToken) =>
        new PoolWait(_layout, Options).RunAsync(patience, cancellationToken);

    /// <summary>How every lease stands, in the order of their numbers; not all at one moment in a pool of more than 16.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async Task<IReadOnlyList<PoolSlot>> ReadAsync(CancellationToken cancellationToken)
    {
        var view = new PoolView(_layout, Options);
        await view.ReadAsync(cancellationToken).ConfigureAwait(false);
        return view.Describe();
    }
}
