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

    /// <summary>Why not all have staged; null when they have.</summary>
    public async Task<string?> StageAsync(string transaction, IReadOnlyList<Envelope> messages, CancellationToken cancellationToken)
    {
        var reasons = await Task.WhenAll(_receivers.Values.Select(receiver => StageAsync(receiver, transaction, messages, cancellationToken))).ConfigureAwait(false);
        return reasons.FirstOrDefault(reason => reason is not null);
    }

    /// <summary>Which receivers could not be told, and why; null when all know the decision. Those that failed are told again by a recovery.</summary>
    public async Task<string?> TellAsync(StagingEntry entry, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        var reasons = await Task.WhenAll(entry.Receivers.Select(name => TellAsync(name, entry, logger, cancellationToken))).ConfigureAwait(false);
        var notTold = string.Join("; ", reasons.OfType<string>());
        return notTold.Length == 0 ? null : notTold;
    }

    private static async Task<string?> StageAsync(IStagingReceiver receiver, string transaction, IReadOnlyList<Envelope> messages, CancellationToken cancellationToken)
    {
        try
        {
            // A receiver that does not answer and does not heed its token must not hold up the decision.
            var isStaged = await receiver.StageAsync(transaction, messages, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            return isStaged ? null : $"{receiver.Name} refused.";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return $"{receiver.Name} did not answer in time.";
        }
        catch (Exception exception)
        {
            return $"{receiver.Name} failed: {exception.Message}";
        }
    }

    private async Task<string?> TellAsync(string name, StagingEntry entry, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        if (!_receivers.TryGetValue(name, out var receiver))
        {
            StagingLog.NotKnown(logger, name, entry);
            return $"{name} is not known here.";
        }

        try
        {
            var telling = entry.IsCommitted ? receiver.CommitAsync(entry.Transaction, cancellationToken) : receiver.AbortAsync(entry.Transaction, cancellationToken);
            await telling.AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            StagingLog.NotTold(logger, name, entry, exception);
            return $"{name} failed: {exception.Message}";
        }
    }
}
