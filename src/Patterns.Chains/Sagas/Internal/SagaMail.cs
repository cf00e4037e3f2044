using System.Text;
using Patterns.Outbound;
using Patterns.TwoWayChain.Internal;

namespace Patterns.Sagas.Internal;

/// <summary>Sends the messages that have sagas go on, and their answers.</summary>
internal sealed class SagaMail
{
    private readonly SagaOptions _options;
    private readonly SharedOutboundWriter _queue;
    private readonly Dictionary<string, SharedOutboundWriter> _stepQueues;

    public SagaMail(SagaOptions options)
    {
        _options = options;
        _queue = new SharedOutboundWriter(options.Queue, options.Outbound);
        _stepQueues = options.StepQueues.ToDictionary(pair => pair.Key, pair => new SharedOutboundWriter(pair.Value, options.Outbound), StringComparer.Ordinal);
    }

    /// <exception cref="SendFailedException">The queue did not take it.</exception>
    public Task SendTurnAsync(SagaHead head, CancellationToken cancellationToken)
    {
        var message = new SagaMessage(head.Id, head.Turn);
        var envelope = Envelope.Json($"{head.Id}/{head.Turn}", message, SagaJson.Default.SagaMessage) with
        {
            Key = head.Id,
            CorrelationId = head.CorrelationId,
            TraceParent = System.Diagnostics.Activity.Current?.Id,
        };
        var writer = head.Step is { } step ? _stepQueues.GetValueOrDefault(step) : null;
        return (writer ?? _queue).SendAsync(envelope, cancellationToken);
    }

    /// <exception cref="SendFailedException">The destination did not take it.</exception>
    /// <exception cref="NonRetryableException">The reply-to is no destination.</exception>
    public async ValueTask SendAnswerAsync(SagaHead head, CancellationToken cancellationToken)
    {
        if (Find(head.ReplyTo) is { } destination)
        {
            var body = Encoding.UTF8.GetBytes(head.AnswerState ?? head.State);
            var answer = ReplyEnvelope.Of(head.CorrelationId, head.Answer!.Value.ToString(), body, head.AnswerError, _options.Type, _options.Source);
            await new OutboundWriter(destination, _options.Outbound).SendAsync([answer], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Where the answer goes; null for nowhere.</summary>
    /// <exception cref="NonRetryableException">The reply-to is no destination.</exception>
    public IDestination? Find(string? replyTo) => replyTo is null
        ? _options.Answers
        : _options.ReplyTo?.Invoke(replyTo) ?? throw new NonRetryableException("The reply-to of a saga is no destination that answers may go to.");
}
