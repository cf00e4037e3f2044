using Patterns.Outbound;

namespace Patterns.StreamTransform.Internal;

/// <summary>One sink with its writers, which all invocations share.</summary>
internal sealed class SinkSender<TOut>(StreamSink<TOut> sink, OutboundOptions options, string transform)
{
    private readonly OutboundWriter _writer = new(sink.Destination, options);
    private readonly OutboundWriter? _overflow = sink.Overflow is { } overflow ? new OutboundWriter(overflow, options) : null;

    public StreamSink<TOut> Sink => sink;

    public string Name => sink.Name;


    /// <summary>Sends all; what neither the sink nor its overflow took, in the order given.</summary>
    public async Task<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        var failures = await SendInTimeAsync(envelopes, cancellationToken).ConfigureAwait(false);
        if (failures.Count > 0 && _overflow is not null)
        {
            failures = await OverflowAsync(_overflow, failures, cancellationToken).ConfigureAwait(false);
        }

        TransformMeter.CountEmitted(transform, Name, envelopes.Count - failures.Count);
        return failures;
    }

    private async Task<IReadOnlyList<SendFailure>> SendInTimeAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        if (sink.Timeout is not { } timeout)
        {
            return await _writer.TrySendAsync(envelopes, cancellationToken).ConfigureAwait(false);
        }

        using var limit = new CancellationTokenSource(timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await _writer.TrySendAsync(envelopes, either.Token).ConfigureAwait(false);
    }

    /// <summary>What waits behind a hopeless message of its own key stays: it may go to the sink the next time.</summary>
    private async Task<IReadOnlyList<SendFailure>> OverflowAsync(OutboundWriter overflow, IReadOnlyList<SendFailure> failures, CancellationToken cancellationToken)
    {
        var blockers = failures.Where(failure => failure.IsHopeless()).Select(failure => failure.Envelope.Key).ToHashSet(StringComparer.Ordinal);
        bool Stays(SendFailure failure) => failure.IsHopeless() || (failure.Code == SendFailureCodes.Blocked && blockers.Contains(failure.Envelope.Key));

        Envelope[] moved = [.. failures.Where(failure => !Stays(failure)).Select(failure => failure.Envelope)];
        if (moved.Length == 0)
        {
            return failures;
        }

        var refused = await overflow.TrySendAsync(moved, cancellationToken).ConfigureAwait(false);
        TransformMeter.CountOverflowed(transform, Name, moved.Length - refused.Count);
        return [.. failures.Where(Stays), .. refused];
    }
}
