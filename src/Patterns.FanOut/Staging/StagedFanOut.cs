using Amazon.Lambda.Core;
using Patterns.FanOut.Internal;
using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.FanOut;

/// <summary>Shows messages at all receivers or at none: the receivers stage them, and a coordinator decides once all have.</summary>
/// <remarks>
/// <para>
/// The decision is one write in the coordinator's table, together with a change of state if you like. A process that dies leaves
/// the transaction to <see cref="ResumeAsync"/>, which tells the receivers what was decided, and aborts what was not decided in
/// time. Run it on a schedule: see <see cref="StagingRecoveryHandler"/>.
/// </para>
/// <para>
/// The price: two round trips to every receiver, messages that wait unseen until the slowest has answered, and a window between
/// the decision and the last receiver's learning of it in which some show the messages and others do not yet. A crash stretches it until the next
/// recovery. Where receivers may act one after the other, an <see cref="Outbox"/> is cheaper.
/// </para>
/// <para>Guarantee: of a committed transaction every receiver shows the messages, effect-once; of an aborted one none ever does.</para>
/// </remarks>
public sealed class StagedFanOut
{
    private readonly StagedFanOutOptions _options;
    private readonly StagingJournal _journal;
    private readonly StagingReceivers _receivers;
    private readonly ILambdaLogger? _logger;

    /// <summary>Makes a coordinator.</summary>
    /// <param name="table">Where it keeps the transactions.</param>
    /// <param name="receivers">The receivers, at least one.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="logger">Where it says which receiver could not be told, and why; null for nowhere.</param>
    /// <exception cref="ArgumentException">There is no receiver, or two have one name.</exception>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public StagedFanOut(ITable table, IReadOnlyList<IStagingReceiver> receivers, StagedFanOutOptions? options = null, ILambdaLogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(receivers);
        _options = (options ?? new()).Validated();
        _journal = new StagingJournal(table, _options);
        _receivers = new StagingReceivers(receivers);
        _logger = logger;
    }

    /// <summary>The clock of the coordinator.</summary>
    internal TimeProvider Time => _options.Time;

    /// <summary>Stages the messages at every receiver, decides, and tells them.</summary>
    /// <param name="transaction">
    /// Identifies the transaction. The same one again goes on with it, or has its outcome; the messages must be the same.
    /// </param>
    /// <param name="messages">The messages; every receiver gets all.</param>
    /// <param name="cancellationToken">Ends the waiting; the transaction is left to a recovery.</param>
    /// <param name="writes">
    /// State that changes with the decision, in one transaction of the table: if a condition does not hold, all is aborted. At
    /// most 99. Null for none.
    /// </param>
    /// <exception cref="TableException">The coordinator's table could not be read or written; the outcome is unknown until a recovery.</exception>
    public async Task<StagingResult> SendAsync(
        string transaction,
        IReadOnlyList<Envelope> messages,
        CancellationToken cancellationToken,
        IReadOnlyList<TableWrite>? writes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(transaction);
        ArgumentNullException.ThrowIfNull(messages);
        StagingJournal.CheckWrites(writes ?? []);
        var entry = await _journal.BeginAsync(transaction, _receivers.Names, cancellationToken).ConfigureAwait(false);
        var reason = default(string);
        if (entry.State == StagingState.Staging)
        {
            (entry, reason) = await DecideAsync(entry, messages, writes ?? [], cancellationToken).ConfigureAwait(false);
        }

        (entry, var notTold) = await SettleAsync(entry, _logger, cancellationToken).ConfigureAwait(false);
        var (outcome, why) = entry.IsCommitted ? (StagingOutcome.Committed, null) : (StagingOutcome.Aborted, reason);
        return new StagingResult(outcome, IsSettled: notTold is null, why) { NotTold = notTold };
    }

    /// <summary>Ends transactions that a process left behind: tells the receivers what was decided, and aborts what is out of time.</summary>
    /// <param name="cancellationToken">Ends the recovery; the next one goes on.</param>
    /// <returns>How many transactions are still open: in time, or with receivers that could not be told.</returns>
    /// <exception cref="TableException">The coordinator's table could not be read or written.</exception>
    public Task<int> ResumeAsync(CancellationToken cancellationToken) => ResumeAsync(_logger, cancellationToken);

    /// <inheritdoc cref="ResumeAsync(CancellationToken)"/>
    internal async Task<int> ResumeAsync(ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        var open = 0;
        await foreach (var left in _journal.OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = left;
            if (entry.State == StagingState.Staging && entry.Deadline <= _options.Time.GetUtcNow())
            {
                entry = await _journal.DecideAsync(entry, StagingState.Aborting, [], cancellationToken).ConfigureAwait(false);
            }

            var (_, notTold) = await SettleAsync(entry, logger, cancellationToken).ConfigureAwait(false);
            open += notTold is null ? 0 : 1;
        }

        return open;
    }

    private async Task<(StagingEntry Entry, string? Reason)> DecideAsync(
        StagingEntry entry,
        IReadOnlyList<Envelope> messages,
        IReadOnlyList<TableWrite> writes,
        CancellationToken cancellationToken)
    {
        var (reason, wasCommitted) = await StageAsync(entry, messages, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (reason is null && !wasCommitted)
        {
            var decided = await _journal.DecideAsync(entry, StagingState.Committing, writes, cancellationToken).ConfigureAwait(false);
            if (decided.State != StagingState.Staging)
            {
                return (decided, null);
            }

            reason = "The condition of a write did not hold.";
        }

        // What is aborted of a transaction that was committed before is this attempt, not what shows.
        var aborted = await _journal.DecideAsync(entry, StagingState.Aborting, [], cancellationToken).ConfigureAwait(false);
        return (aborted with { WasCommitted = wasCommitted }, reason);
    }

    /// <summary>Why not all have staged in time, or null when they have; and whether one has shown the messages before.</summary>
    private async Task<(string? Reason, bool WasCommitted)> StageAsync(StagingEntry entry, IReadOnlyList<Envelope> messages, CancellationToken cancellationToken)
    {
        var left = entry.Deadline - _options.Time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return ($"It was not decided within {_options.Timeout}.", false);
        }

        using var deadline = new CancellationTokenSource(left, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        return await _receivers.StageAsync(entry.Transaction, messages, either.Token).ConfigureAwait(false);
    }

    /// <summary>Tells the receivers what was decided; why not all know, or null when they do.</summary>
    private async Task<(StagingEntry Entry, string? NotTold)> SettleAsync(StagingEntry entry, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        if (entry.IsSettled || entry.State == StagingState.Staging)
        {
            return (entry, entry.IsSettled ? null : "Nothing is decided.");
        }

        var (notTold, wasCommitted) = await _receivers.TellAsync(entry, logger, cancellationToken).ConfigureAwait(false);
        var told = entry with { WasCommitted = entry.WasCommitted || wasCommitted };
        if (notTold is null)
        {
            await _journal.SettleAsync(told, cancellationToken).ConfigureAwait(false);
        }

        return (told, notTold);
    }
}
