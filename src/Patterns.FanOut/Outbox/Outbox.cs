using Patterns.FanOut.Internal;
using Patterns.Tables;

namespace Patterns.FanOut;

/// <summary>
/// Writes state and the messages about it in one transaction, so that a message is published if, and only if, the state has
/// changed.
/// </summary>
/// <remarks>
/// <para>
/// An <see cref="OutboxRelayHandler"/> on the table's stream publishes the messages at once, and an
/// <see cref="OutboxSweeperHandler"/> on a schedule those that the relay left behind.
/// </para>
/// <para>
/// Guarantee: a committed message is published at-least-once, ordered per key (the aggregate); one that is not committed never.
/// </para>
/// </remarks>
public sealed class Outbox
{
    private readonly OutboxOptions _options;
    private readonly OutboxClock _clock;

    /// <summary>Makes an outbox.</summary>
    /// <param name="table">Where its rows are. The state may be in the same table, or in another one of the same store.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public Outbox(ITable table, OutboxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        _options = (options ?? new()).Validated();
        _clock = new OutboxClock(_options.Time);
        Table = table;
        Layout = new OutboxLayout(_options);
    }

    /// <summary>Where the rows are.</summary>
    public ITable Table { get; }

    internal OutboxLayout Layout { get; }

    /// <summary>Writes the state and the messages, all or nothing.</summary>
    /// <param name="writes">
    /// The state; conditions that do not hold are a result, and nothing is published. A write without
    /// <see cref="TableWrite.Table"/> goes to the outbox's table.
    /// </param>
    /// <param name="messages">The messages. Those of one aggregate are published in this order.</param>
    /// <param name="cancellationToken">Ends the waiting; the commit may have taken effect.</param>
    /// <returns>Which conditions of <paramref name="writes"/> did not hold; none when all took effect.</returns>
    /// <exception cref="ArgumentException">A message has no key or cannot be sent, or the commit is too large; nothing was written.</exception>
    /// <exception cref="TableException">The commit was not possible; whether it took effect is unknown if <see cref="TableException.MayHaveTakenEffect"/>.</exception>
    public Task<TableTransactionResult> CommitAsync(
        IReadOnlyList<TableWrite> writes,
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellationToken) => CommitAsync(writes, messages, token: null, cancellationToken);

    /// <inheritdoc cref="CommitAsync(IReadOnlyList{TableWrite}, IReadOnlyList{OutboxMessage}, CancellationToken)"/>
    /// <param name="token">
    /// Identifies the commit, for example the id of the command: of all commits with one token the first one takes effect, for as
    /// long as <see cref="OutboxOptions.KeepTokens"/>; the others succeed and change nothing, whatever they bring.
    /// </param>
#pragma warning disable CS1573 // The other parameters are inherited.
    public async Task<TableTransactionResult> CommitAsync(
        IReadOnlyList<TableWrite> writes,
        IReadOnlyList<OutboxMessage> messages,
        string? token,
        CancellationToken cancellationToken)
#pragma warning restore CS1573
    {
        ArgumentNullException.ThrowIfNull(writes);
        ArgumentNullException.ThrowIfNull(messages);
        var commit = CommitWrites.Of(writes, messages, token, Layout, _clock);
        var result = await Table.TransactAsync(commit, Guid.NewGuid().ToString(), cancellationToken).ConfigureAwait(false);
        return !result.Committed && token is not null && await IsKnownAsync(token, cancellationToken).ConfigureAwait(false)
            ? TableTransactionResult.Success
            : result;
    }

    /// <summary>A commit may be refused for its conditions alone, although its token is known as well.</summary>
    private async Task<bool> IsKnownAsync(string token, CancellationToken cancellationToken) =>
        await Table.GetAsync(Layout.TokenKey(token), cancellationToken).ConfigureAwait(false) is { } known
        && !known.IsExpired(_options.Time.GetUtcNow());
}
