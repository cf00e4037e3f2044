using Patterns.Outbound;

namespace Patterns.FanOut.Internal;

/// <summary>One route with its writer, which the records of all invocations share.</summary>
internal sealed class RouteSender<TMessage>(FanOutRoute<TMessage> route, OutboundOptions options)
{
    private readonly SharedOutboundWriter _writer = new(route.Destination, options);

    public string Name => route.Name;

    public bool Wants(TMessage message) => route.When(message);

    public async Task<RouteResult> SendAsync(TMessage message, Envelope envelope, CancellationToken cancellationToken)
    {
        SendFailure? failure;
        try
        {
            failure = await _writer.TrySendAsync(route.Map(message, envelope), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // A mapping that throws for a message throws again on every retry.
            failure = new SendFailure(envelope, exception.GetType().Name, exception.Message, IsRetryable: false) { Exception = exception };
        }

        return new RouteResult(Name, failure);
    }
}
