using Amazon.Lambda.Core;
using Patterns.Outbound;
using Patterns.StreamTransform.Internal;

namespace Patterns.Windows.Internal;

/// <summary>
/// Sends the results that several keys have written down. Those that their destination refuses for good go to the failure destination, where there
/// is one: nothing else would ever get past them.
/// </summary>
internal sealed class ResultDelivery<TIn, TState, TOut>(KeyedEngine<TIn, TState, TOut> engine, ILambdaLogger? logger)
{
    /// <summary>Fails the turns whose results are not all in safe hands.</summary>
    public async Task SendAsync(IEnumerable<KeyTurn<TIn, TState, TOut>> turns, CancellationToken cancellationToken)
    {
        var owners = turns.SelectMany(turn => turn.Pending.Select(result => (Turn: turn, Result: result)))
            .ToDictionary(owned => owned.Result.Id, owned => owned.Turn, StringComparer.Ordinal);
        IReadOnlyList<Envelope> open = [.. owners.Values.Distinct().SelectMany(turn => turn.Pending.Select(engine.ToEnvelope))];
        while (open.Count > 0)
        {
            var failures = await engine.Results.TrySendAsync(open, cancellationToken).ConfigureAwait(false);
            var diverted = await DivertAsync([.. failures.Where(failure => failure.IsHopeless())], owners, cancellationToken).ConfigureAwait(false);
            var keys = diverted.Select(failure => failure.Envelope.Key).ToHashSet(StringComparer.Ordinal);
            bool IsFree(SendFailure failure) => failure.Code == SendFailureCodes.Blocked && keys.Contains(failure.Envelope.Key);

            foreach (var failure in failures.Where(failure => !diverted.Contains(failure) && !IsFree(failure)))
            {
                owners[failure.Envelope.Id].Failure ??= ToException(failure);
            }

            open = [.. failures.Where(IsFree).Select(failure => failure.Envelope)];
        }
    }

    /// <returns>Those that the failure destination has.</returns>
    private async Task<HashSet<SendFailure>> DivertAsync(
        IReadOnlyList<SendFailure> hopeless,
        Dictionary<string, KeyTurn<TIn, TState, TOut>> owners,
        CancellationToken cancellationToken)
    {
        if (hopeless.Count == 0 || engine.Failures is null)
        {
            return [];
        }

        var refusals = await engine.Failures.TrySendAsync([.. hopeless.Select(ToLetter)], cancellationToken).ConfigureAwait(false);
        foreach (var refusal in refusals)
        {
            WindowLog.NotDiverted(logger, engine.Name, refusal.Envelope.Id, new SendFailedException(engine.Failures.Name, [refusal]));
        }

        var refused = refusals.Select(refusal => refusal.Envelope.Id).ToHashSet(StringComparer.Ordinal);
        var diverted = hopeless.Where(failure => !refused.Contains(failure.Envelope.Id)).ToHashSet();
        foreach (var failure in diverted)
        {
            WindowLog.Diverted(logger, engine.Name, failure.Envelope.Id, owners[failure.Envelope.Id].Key, engine.Results.Name, ToException(failure));
        }

        engine.Meter.CountDiverted(diverted.Count);
        return diverted;
    }

    private SendFailedException ToException(SendFailure failure) => new(engine.Results.Name, [failure]);

    /// <summary>The result as it is, with why it was refused.</summary>
    private Envelope ToLetter(SendFailure failure) => failure.Envelope with
    {
        Attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FailureAttributes.Reason] = nameof(FailureReason.HandlerFailed),
            [FailureAttributes.ExceptionType] = nameof(SendFailedException),
            [FailureAttributes.Message] = FailureAttributes.Clean(ToException(failure).Message),
        },
    };
}
