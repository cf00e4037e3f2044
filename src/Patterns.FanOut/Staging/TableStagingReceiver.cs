using System.Runtime.CompilerServices;
using Patterns.FanOut.Internal;
using Patterns.Limits;
using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.FanOut;

/// <summary>A receiver that keeps staged messages in a table, and shows them there when they are committed.</summary>
/// <remarks>
/// The messages of a transaction are one item while they are staged, and show in one transaction of the table: at most 99, together
/// within the size of an item. More are refused.
/// </remarks>
public sealed class TableStagingReceiver : IStagingReceiver
{
    private readonly ITable _table;
    private readonly TableStagingReceiverOptions _options;
    private readonly StagedItems _items;

    /// <summary>Makes a receiver.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="table">Its table; other things may be there, too.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public TableStagingReceiver(string name, ITable table, TableStagingReceiverOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(table);
        Name = name;
        _table = table;
        _options = (options ?? new()).Validated();
        _items = new StagedItems(_options);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async ValueTask<StagingAnswer> StageAsync(string transaction, IReadOnlyList<Envelope> messages, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(transaction);
        ArgumentNullException.ThrowIfNull(messages);
        var staged = _items.Staged(transaction, messages);
        if (messages.Count >= ServiceLimits.DynamoDbTransactionActions || ItemSize.Of(staged) > ServiceLimits.DynamoDbItemBytes || !_options.Accepts(messages))
        {
            return StagingAnswer.Refused;
        }

        var result = await _table.WriteAsync(staged, cancellationToken).ConfigureAwait(false);
        return result.Applied ? StagingAnswer.Staged : StagedItems.StateOf(result.Item) switch
        {
            StagedItems.Aborted => StagingAnswer.Refused,
            StagedItems.Committed => StagingAnswer.Committed,
            _ => StagingAnswer.Staged,
        };
    }

    /// <inheritdoc/>
    public async ValueTask CommitAsync(string transaction, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(transaction);
        var found = await _table.GetAsync(_items.KeyOf(transaction), cancellationToken).ConfigureAwait(false);
        while (StagedItems.StateOf(found) is StagedItems.Pending)
        {
            var result = await _table.TransactAsync(_items.Commit(transaction, found!), token: null, cancellationToken).ConfigureAwait(false);
            if (result.Committed)
            {
                return;
            }

            found = OtherDecision(transaction, result);
        }

        if (StagedItems.StateOf(found) is not StagedItems.Committed)
        {
            throw new InvalidOperationException($"{Name} cannot commit {transaction}: it is {StagedItems.StateOf(found) ?? "not staged"}.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> AbortAsync(string transaction, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(transaction);
        var result = await _table.WriteAsync(_items.Abort(transaction), cancellationToken).ConfigureAwait(false);
        return result.Applied;
    }

    /// <summary>The messages that show, those that were committed first before others; not those with <see cref="TableStagingReceiverOptions.Show"/>.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async IAsyncEnumerable<Envelope> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in _table.QueryAsync(new TableQuery(_options.Partition), cancellationToken).ConfigureAwait(false))
        {
            yield return StagedItems.MessageIn(item);
        }
    }

    /// <summary>Another call has decided in between; anything else that is refused is an item that the receiver must not overwrite.</summary>
    private TableItem? OtherDecision(string transaction, TableTransactionResult result) => result.Refusals[0].Index == 0
        ? result.Refusals[0].Item
        : throw new InvalidOperationException($"{Name} cannot commit {transaction}: an item that shows one of its messages is there already.");
}
