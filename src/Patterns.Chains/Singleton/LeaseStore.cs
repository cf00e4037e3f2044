using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.Singleton;

/// <summary>Leases by name: at any time at most one owner has one, as far as clocks tell, and each owner has a greater token.</summary>
/// <remarks>
/// <para>
/// Guarantee: tokens of one name grow with every owner, strictly. That a lease has one owner at a time holds as long as clocks
/// agree and no owner is frozen beyond its lease: time alone excludes nobody, so have what the lease protects refuse old tokens,
/// by <see cref="Lease.Check"/> or a <see cref="FencedTable"/>.
/// </para>
/// <para>A lease is an item that never expires, so that its token is not forgotten: names should be few, not made up for each piece of work.</para>
/// </remarks>
public sealed class LeaseStore
{
    // A partition key takes 2,048 bytes; the rest is for the prefix.
    private const int LongestName = 1500;

    private readonly ITable _table;

    /// <summary>Makes a store; it may be used by several callers at a time.</summary>
    /// <param name="table">The table; others may use it, too, with other names.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public LeaseStore(ITable table, LeaseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        _table = table;
        Options = (options ?? new()).Validated();
    }

    /// <summary>What the store was told, with the defaults where it was told nothing.</summary>
    public LeaseOptions Options { get; }

    /// <summary>Takes the lease if it is free now.</summary>
    /// <returns>The lease, which renews itself until it is released; null when somebody else has it.</returns>
    /// <exception cref="ArgumentException">The name is empty or longer than 1,500 bytes.</exception>
    /// <exception cref="TableException">The table could not do it. Should the lease be taken all the same, it ends by itself.</exception>
    public async Task<Lease?> TryAcquireAsync(string name, CancellationToken cancellationToken)
    {
        var attempt = await ItemOf(name).TryTakeAsync(cancellationToken).ConfigureAwait(false);
        return attempt.Lease;
    }

    /// <summary>Takes the lease as soon as it is free. Nobody is served in turn: of those who wait, chance decides.</summary>
    /// <param name="name">The lease.</param>
    /// <param name="patience">How long to wait at most; zero for a single attempt.</param>
    /// <param name="cancellationToken">Ends the waiting with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The lease, which renews itself until it is released.</returns>
    /// <exception cref="ArgumentException">The name is empty or longer than 1,500 bytes.</exception>
    /// <exception cref="LeaseHeldException">It was not free in time.</exception>
    /// <exception cref="TableException">The table could not do it, and will not, or still could not when patience ended; till then, what may pass is tried again.</exception>
    public Task<Lease> AcquireAsync(string name, TimeSpan patience, CancellationToken cancellationToken) =>
        new LeaseWait(ItemOf(name), Options).RunAsync(patience, cancellationToken);

    /// <summary>How a lease stands; null for one that nobody has ever had.</summary>
    /// <exception cref="ArgumentException">The name is empty or longer than 1,500 bytes.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async Task<LeaseStatus?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var item = await ItemOf(name).ReadAsync(cancellationToken).ConfigureAwait(false);
        return item is null ? null : new LeaseStatus(name, LeaseFields.OwnerOf(item), LeaseFields.UntilOf(item), LeaseFields.TokenOf(item));
    }

    private LeaseItem ItemOf(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var bytes = System.Text.Encoding.UTF8.GetByteCount(name);
        return bytes <= LongestName
            ? new LeaseItem(_table, new TableKey($"{Options.Name}/lease/{name}", "lease"), name, Options)
            : throw new ArgumentException($"The name of the lease has {bytes} bytes; at most {LongestName} are possible.", nameof(name));
    }
}
