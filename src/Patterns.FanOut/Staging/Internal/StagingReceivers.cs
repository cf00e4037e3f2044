using Amazon.Lambda.Core;
using Patterns.Outbound;

namespace Patterns.FanOut.Internal;

/// <summary>Asks and tells all receivers of a transaction at once.</summary>
internal sealed class StagingReceivers
{
    private readonly Dictionary<string, IStagingReceiver> _receivers;

    public StagingReceivers(IReadOnlyList<IStagingReceiver> receivers)
    {
        if (receivers.Count == 0)
        {
            throw new ArgumentException("There must be at least one receiver.", nameof(receivers));
        }

        if (receivers.GroupBy(receiver => receiver.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } shared)
        {
            throw new ArgumentException($"The receiver name '{shared.Key}' is used {shared.Count()} times; a transaction remembers receivers by their names.", nameof(receivers));
        }

        _receivers = receivers.ToDictionary(receiver => receiver.Name, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Names => _receivers.Keys;

    /// <summary>Why not all have staged, or null when they have; and whether one has shown the messages before.</summary>
    public async Task<(string? Reason, bool WasCommitted)> StageAsync(string transaction, IReadOnlyList<Envelope> messages, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(_receivers.Values.Select(receiver => StageAsync(receiver, transaction, messages, cancellationToken))).ConfigureAwait(false);
        var reason = answers.FirstOrDefault(answer => answer.Reason is not null).Reason;
        return (reason, Array.Exists(answers, answer => answer.Answer == StagingAnswer.Committed));
    }

    /// <summary>
    /// Which receivers could not be told, and why, or null when all know the decision; and whether one has shown the messages
    /// before. Those that failed are told again by a recovery.
    /// </summary>
    public async Task<(string? NotTold, bool WasCommitted)> TellAsync(StagingEntry entry, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        var reasons = await Task.WhenAll(entry.Receivers.Select(name => TellAsync(name, entry, logger, cancellationToken))).ConfigureAwait(false);
        var notTold = string.Join("; ", reasons.Select(reason => reason.NotTold).OfType<string>());
        return (notTold.Length == 0 ? null : notTold, Array.Exists(reasons, reason => reason.WasCommitted));
    }

    private static async Task<(StagingAnswer Answer, string? Reason)> StageAsync(IStagingReceiver receiver, string transaction, IReadOnlyList<Envelope> messages, CancellationToken cancellationToken)
    {
        try
        {
            // A receiver that does not answer and does not heed its token must not hold up the decision.
            var answer = await receiver.StageAsync(transaction, messages, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            return (answer, answer == StagingAnswer.Refused ? $"{receiver.Name} refused." : null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (StagingAnswer.Refused, $"{receiver.Name} did not answer in time.");
        }
        catch (Exception exception)
        {
            return (StagingAnswer.Refused, $"{receiver.Name} failed: {exception.Message}");
        }
    }

    private async Task<(string? NotTold, bool WasCommitted)> TellAsync(string name, StagingEntry entry, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        if (!_receivers.TryGetValue(name, out var receiver))
        {
            StagingLog.NotKnown(logger, name, entry);
            return ($"{name} is not known here.", false);
        }

        try
        {
            if (entry.State != StagingState.Committing)
            {
                return (null, !await receiver.AbortAsync(entry.Transaction, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false));
            }

            await receiver.CommitAsync(entry.Transaction, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            return (null, false);
        }
        catch (Exception exception)
        {
            StagingLog.NotTold(logger, name, entry, exception);
            return ($"{name} failed: {exception.Message}", false);
        }
    }
}
