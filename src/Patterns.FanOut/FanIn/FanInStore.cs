using Patterns.FanIn.Internal;
using Patterns.Tables;

namespace Patterns.FanIn;

/// <summary>Keeps aggregates in a table. All functions that have to do with the same ones are given stores of the same options.</summary>
/// <remarks>
/// <para>An aggregate is a partition: a head, an item for each part, and the result. Everything expires.</para>
/// <para>Guarantee: a part counts once however often it comes (effect-once), and one of all that try ends an aggregate.</para>
/// </remarks>
public sealed class FanInStore
{
    private readonly Opener _opener;

    /// <summary>Makes a store; it may be used by several callers at a time.</summary>
    /// <param name="table">The table; others may use it, too, with other names.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public FanInStore(ITable table, FanInStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        Options = (options ?? new()).Validated();
        var layout = new StoreLayout(table, Options);
        _opener = new Opener(layout);
        Aggregates = new Aggregates(layout);
        Counter = new PartCounter(layout);
    }

    /// <summary>What the store was told, with the defaults where it was told nothing.</summary>
    public FanInStoreOptions Options { get; }

    internal Aggregates Aggregates { get; }

    internal PartCounter Counter { get; }

    /// <summary>
    /// Says what is known of an aggregate, before or after its first parts come, and starts the time that it has. Saying the
    /// same again changes nothing. One that has ended stays as it is: look at the status that is returned.
    /// </summary>
    /// <remarks>
    /// Should all parts be there already, then a timer that is due at once ends the aggregate: the next sweep publishes it. A
    /// message that opens the aggregate, sent to the handler, does so at once: see <see cref="FanInOptions{TPart}.Opening"/>.
    /// </remarks>
    /// <param name="correlationId">What the parts have in common; at most 900 bytes.</param>
    /// <param name="opening">What is known.</param>
    /// <param name="cancellationToken">Ends the waiting; the aggregate may be open.</param>
    /// <exception cref="OptionsException">The opening is out of range; the message lists all mistakes.</exception>
    /// <exception cref="FanInConflictException">The aggregate is known to have another number of parts.</exception>
    /// <exception cref="TableException">The table could not do it.</exception>
    public async Task<FanInStatus> OpenAsync(string correlationId, FanInOpening opening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opening);
        var (head, _) = await TryOpenAsync(correlationId, opening, cancellationToken).ConfigureAwait(false);
        return head.ToStatus();
    }

    /// <summary>How an aggregate stands; null for one that nobody has opened and that has no part, and for one that is forgotten.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async Task<FanInStatus?> FindAsync(string correlationId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(correlationId);
        return (await Aggregates.FindAsync(correlationId, cancellationToken).ConfigureAwait(false))?.ToStatus();
    }

    internal ValueTask<(Head Head, bool IsTaken)> TryOpenAsync(string correlationId, FanInOpening opening, CancellationToken cancellationToken) =>
        _opener.OpenAsync(FanInKeys.Checked(correlationId, "The correlation id"), opening, cancellationToken);
}
