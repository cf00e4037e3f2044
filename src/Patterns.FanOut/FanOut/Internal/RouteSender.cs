using Patterns.Outbound;

namespace Patterns.FanOut.Internal;

/// <summary>One route with its writer, which the records of all invocations share.</summary>
internal sealed class RouteSender<TMessage>(FanOutRoute<TMessage> route, OutboundOptions options)
{
    private const string RouteFailed = "RouteFailed";
    private readonly SharedOutboundWriter _writer = new(route.Destination, options);

    public string Name => route.Name;

    public string DestinationName => route.Destination.Name;

    /// <summary>Whether the route wants the message; one that throws for it wants it, and fails alone when it is sent.</summary>
    public bool Wants(TMessage message)
    {
        try
        {
            return route.When(message);
        }
        catch (Exception)
        {
            return true;
        }
    }

    public async Task<RouteResult> SendAsync(TMessage message, Envelope envelope, CancellationToken cancellationToken)
    {
        Envelope copy;
        try
        {
            if (!route.When(message))
            {
                return new RouteResult(Name, Failure: null);
            }

            copy = route.Map(message, envelope);
        }
        catch (Exception exception)
        {
            // A selection or mapping that throws for a message throws again on every retry.
            return Failed(envelope, exception, isRetryable: false);
        }

        try
        {
            return new RouteResult(Name, await _writer.TrySendAsync(copy, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Failed(copy, exception, isRetryable: true);
        }
    }

    private RouteResult Failed(Envelope envelope, Exception exception, bool isRetryable) =>
        new(Name, new SendFailure(envelope, RouteFailed, exception.Message, isRetryable) { Exception = exception });
}
