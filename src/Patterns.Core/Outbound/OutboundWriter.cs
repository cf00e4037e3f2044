using Patterns.Outbound.Internal;

namespace Patterns.Outbound;

/// <summary>
/// Sends any number of messages to one destination: packs them by count and bytes, sends only those again that failed, and
/// never drops a failure.
/// </summary>
/// <remarks>Guarantee: at-least-once for what is not reported as failed; ordered per key with <see cref="OutboundOptions.KeepOrder"/>.</remarks>
public sealed class OutboundWriter
{
    private readonly IDestination _destination;
    private readonly OutboundOptions _options;

    /// <summary>Makes a writer; it may be used by several callers at a time.</summary>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public OutboundWriter(IDestination destination, OutboundOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        _destination = destination;
        _options = (options ?? new()).Validated();
    }

    /// <summary>The destination's name.</summary>
    public string Name => _destination.Name;

    /// <summary>Sends all, or throws.</summary>
    /// <param name="envelopes">The messages.</param>
    /// <param name="cancellationToken">The deadline: what was not taken by then has failed.</param>
    /// <exception cref="SendFailedException">Some were not sent; the exception lists them, and all others were sent.</exception>
    public async Task SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        var failures = await TrySendAsync(envelopes, cancellationToken).ConfigureAwait(false);
        if (failures.Count > 0)
        {
            throw new SendFailedException(Name, failures);
        }
    }

    /// <summary>Sends all, and returns those that were not taken.</summary>
    /// <param name="envelopes">The messages.</param>
    /// <param name="cancellationToken">The deadline: what was not taken by then is returned as failed.</param>
    /// <returns>The failures, in the order given; look at them, nobody else will.</returns>
    public Task<IReadOnlyList<SendFailure>> TrySendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        return new OutboundRun(_destination, _options, envelopes, cancellationToken).RunAsync();
    }
}
