using Patterns.Http.Internal;

namespace Patterns.Backends;

/// <summary>How a <see cref="ServiceClient"/> calls its service.</summary>
public sealed class ServiceClientOptions
{
    /// <summary>How the service learns who asks.</summary>
    public required CallerPropagation Identity { get; init; }

    /// <summary>
    /// The headers of a request that the service gets. Default: <c>Accept-Language</c>, <c>Idempotency-Key</c>, <c>traceparent</c> and <c>tracestate</c>.
    /// </summary>
    public IReadOnlyList<string> RequestHeaders { get; init; } = ["Accept-Language", "Idempotency-Key", "traceparent", "tracestate"];

    /// <summary>The largest body of a service's reply that is read. Default: 6 MiB.</summary>
    public int MaxReplyBytes { get; init; } = 6 * 1_048_576;

    /// <summary>
    /// Makes the calls. Default: null, for a pool of connections that follows no redirects, keeps no cookies and waits 3 seconds at most for a connection.
    /// It is used by as many calls at a time as there are, and never disposed of.
    /// </summary>
    public HttpMessageHandler? Transport { get; init; }

    internal ServiceClientOptions Validated()
    {
        var mistakes = RequestHeaders
            .Where(header => !HeaderRules.IsName(header) || HeaderRules.IsOfTransport(header))
            .Select(header => $"'{header}' is no header that can be passed on.")
            .ToList();
        if (Identity is null)
        {
            mistakes.Add($"{nameof(Identity)} must be set.");
        }
        else if (RequestHeaders.Contains(Identity.Header, StringComparer.OrdinalIgnoreCase))
        {
            mistakes.Add($"'{Identity.Header}' says who asks: it is not passed on as the client sends it.");
        }

        if (MaxReplyBytes < 1)
        {
            mistakes.Add($"{nameof(MaxReplyBytes)} must be at least 1, but is {MaxReplyBytes}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(ServiceClientOptions), mistakes);
    }
}
