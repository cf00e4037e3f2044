using Patterns.Outbound.Internal;

namespace Patterns.Outbound;

/// <summary>
/// Sends the single messages of many callers in as few requests as possible: what arrives while a request is under way goes
/// together with the next one.
/// </summary>
/// <remarks>
/// Records of one batch that run in parallel so share their requests. Guarantee and retries are those of
/// <see cref="OutboundWriter"/>. A message is durable at the destination when its task ends.
/// </remarks>
public sealed class SharedOutboundWriter
{
    private readonly IDestination _destination;
    private readonly OutboundOptions _options;
    private readonly Lock _lock = new();
    private List<PendingSend> _waiting = [];
    private bool _isSending;

    /// <summary>Makes a writer for any number of callers.</summary>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public SharedOutboundWriter(IDestination destination, OutboundOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        _destination = destination;
        _options = (options ?? new()).Validated();
    }

    /// <summary>The destination's name.</summary>
    public string Name => _destination.Name;

    /// <summary>Sends the message, or throws.</summary>
    /// <param name="envelope">The message.</param>
    /// <param name="cancellationToken">The deadline: a message that was not taken by then has failed.</param>
    /// <exception cref="SendFailedException">The message was not sent.</exception>
    public async Task SendAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        if (await TrySendAsync(envelope, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            throw new SendFailedException(Name, [failure]);
        }
    }

    /// <summary>Sends the message.</summary>
    /// <param name="envelope">The message.</param>
    /// <param name="cancellationToken">The deadline: a message that was not taken by then has failed.</param>
    /// <returns>Why it was not sent, or null when it was.</returns>
    public async Task<SendFailure?> TrySendAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var send = new PendingSend(envelope, cancellationToken);
        lock (_lock)
        {
            _waiting.Add(send);
            if (!_isSending)
            {
                _isSending = true;
                Start();
            }
        }

        try
        {
            return await send.Outcome.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The outcome may have come with the deadline.
            return send.Outcome.IsCompletedSuccessfully
                ? await send.Outcome.ConfigureAwait(false)
                : new SendFailure(envelope, SendFailureCodes.Deadline, "Time ran out before it was sent.", IsRetryable: true);
        }
    }

    /// <summary>Requests serve many callers, so that none's trace or culture flows into them.</summary>
    private void Start()
    {
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(SendAllAsync, CancellationToken.None);
        }
    }

    private async Task SendAllAsync()
    {
        while (TakeWaiting() is { } sends)
        {
            var group = new PendingGroup(sends);
            var run = new OutboundRun(_destination, _options, group.Envelopes, group.Token);
            _ = group.SettleAsync(run.RunAsync());

            // A destination that does not answer must not hold the next ones when nobody waits for it any more.
            await Task.WhenAny(run.FirstRound, group.NobodyWaits).ConfigureAwait(false);
        }
    }

    private List<PendingSend>? TakeWaiting()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _isSending = false;
                return null;
            }

            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }
}
