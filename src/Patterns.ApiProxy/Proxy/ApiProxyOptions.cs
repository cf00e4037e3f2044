using Patterns.Http.Internal;
using Patterns.Resilience;
using Patterns.Tables;

namespace Patterns.Proxy;

/// <summary>Where the backend of an <see cref="ApiProxyHandler"/> is, and how long, how often and with what it is called.</summary>
public sealed class ApiProxyOptions
{
    private const int Megabyte = 1_048_576;

    /// <summary>The backend's address, <c>http</c> or <c>https</c>; calls are below its path.</summary>
    public required Uri Backend { get; init; }

    /// <summary>Names the backend in metrics and logs, and in the keys of <see cref="Table"/>; without <c>#</c>. Default: <c>backend</c>.</summary>
    public string Name { get; init; } = "backend";

    /// <summary>
    /// Where idempotency keys are kept. Default: null, and a request with an <c>Idempotency-Key</c> is refused with 400, since its sender counts on it.
    /// </summary>
    public ITable? Table { get; init; }

    /// <summary>Keeps calls away from a backend that is out of order. Default: null, for none.</summary>
    public Circuit? Circuit { get; init; }

    /// <summary>
    /// How long the API waits. Default: null, 29 seconds for a REST API and 30 seconds for an HTTP API or a function URL; a REST API may be told otherwise.
    /// </summary>
    /// <remarks>Source: docs.aws.amazon.com/apigateway/latest/developerguide/limits.html, November 2026.</remarks>
    public TimeSpan? IntegrationTimeout { get; init; }

    /// <summary>What is kept back of the time, to reply in. Default: 500 milliseconds.</summary>
    public TimeSpan Reserve { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long one of several attempts may take. A call that is made once has all of the time. Default: 5 seconds.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many attempts a call that may be repeated has, as far as there is time. Default: 3; 1 for no repetition.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>
    /// The longest pause before the second attempt; each later one is up to twice as long. The pause is a random part of it, or what the backend's
    /// <c>Retry-After</c> says; one that does not fit into the time that is left is not begun. Default: 200 milliseconds.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// After which a read that has no answer yet is sent once more beside the first; the first answer counts. It comes instead of repetitions with
    /// pauses. Default: null, for never.
    /// </summary>
    public TimeSpan? HedgingDelay { get; init; }

    /// <summary>How long the replies to requests with a key are kept; longer than <see cref="KeyLease"/>. Default: 1 day.</summary>
    public TimeSpan KeyRetention { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long after an instance died others still wait for its reply to a request with a key; then it is known that nobody knows. At least 1 second.
    /// Default: 1 minute.
    /// </summary>
    public TimeSpan KeyLease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether the backend gets the header <c>Idempotency-Key</c> and does no request of a key twice. Calls with a key are repeated then, and a
    /// request whose outcome is unknown is made again. Default: false.
    /// </summary>
    public bool BackendTakesKeys { get; init; }

    /// <summary>The headers of a request that the backend gets. Default: <c>Accept-Language</c>, <c>traceparent</c> and <c>tracestate</c>.</summary>
    public IReadOnlyList<string> RequestHeaders { get; init; } = ["Accept-Language", "traceparent", "tracestate"];

    /// <summary>
    /// The headers of a successful reply that the client gets. Default: <c>Cache-Control</c>, <c>Content-Language</c>, <c>ETag</c>, <c>Expires</c>,
    /// <c>Last-Modified</c> and <c>Vary</c>.
    /// </summary>
    public IReadOnlyList<string> ReplyHeaders { get; init; } = ["Cache-Control", "Content-Language", "ETag", "Expires", "Last-Modified", "Vary"];

    /// <summary>The largest body of a request that is taken. Default: 10 MiB, as the API takes it; a function gets 6 MiB at most.</summary>
    public int MaxRequestBytes { get; init; } = 10 * Megabyte;

    /// <summary>The largest body of a backend's reply that is read. Default: 6 MiB, as a function returns no more.</summary>
    public int MaxReplyBytes { get; init; } = 6 * Megabyte;

    /// <summary>
    /// Makes the calls. Default: null, for a pool of connections that follows no redirects, keeps no cookies and waits 3 seconds at most for a connection.
    /// It is used by as many calls at a time as there are, and never disposed of.
    /// </summary>
    public HttpMessageHandler? Transport { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal ApiProxyOptions Validated()
    {
        var mistakes = Mistakes().ToList();
        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(ApiProxyOptions), mistakes);
    }

    private IEnumerable<string> Mistakes()
    {
        if (Backend is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" })
        {
            yield return $"{nameof(Backend)} must be an absolute address of http or https without user, query and fragment.";
        }

        if (Name is null or { Length: 0 or > 200 } || Name.Contains('#'))
        {
            yield return $"{nameof(Name)} must have 1 to 200 characters without '#', but is '{Name}'.";
        }

        foreach (var (name, value) in new[] { (nameof(IntegrationTimeout), IntegrationTimeout ?? AttemptTimeout), (nameof(AttemptTimeout), AttemptTimeout) })
        {
            if (value <= TimeSpan.Zero)
            {
                yield return $"{name} must be positive, but is {value}.";
            }
        }

        if (KeyLease < TimeSpan.FromSeconds(1) || KeyRetention <= KeyLease)
        {
            yield return $"{nameof(KeyLease)} must be at least 1 second and less than {nameof(KeyRetention)}, but is {KeyLease}.";
        }

        foreach (var (name, value) in new[] { (nameof(Reserve), Reserve), (nameof(RetryDelay), RetryDelay), (nameof(HedgingDelay), HedgingDelay ?? TimeSpan.Zero) })
        {
            if (value < TimeSpan.Zero)
            {
                yield return $"{name} must not be negative, but is {value}.";
            }
        }

        foreach (var (name, value) in new[] { (nameof(MaxAttempts), MaxAttempts), (nameof(MaxRequestBytes), MaxRequestBytes), (nameof(MaxReplyBytes), MaxReplyBytes) })
        {
            if (value < 1)
            {
                yield return $"{name} must be at least 1, but is {value}.";
            }
        }

        foreach (var header in RequestHeaders.Concat(ReplyHeaders).Where(header => !HeaderRules.IsName(header) || HeaderRules.IsOfTransport(header)))
        {
            yield return $"'{header}' is no header that can be passed on.";
        }
    }
}
