using Patterns.Http;
using Patterns.Http.Internal;
using Patterns.Resilience;
using Polly.Timeout;

namespace Patterns.Proxy.Internal;

/// <summary>Why there is no answer.</summary>
/// <param name="Problem">What the client gets.</param>
/// <param name="IsSettled">Whether it is known what the call did.</param>
/// <param name="IsSent">Whether it was sent.</param>
internal sealed record BackendFailure(Problem Problem, bool IsSettled, bool IsSent = true)
{
    /// <summary>The failure that an exception means; null when it is no failure of a backend.</summary>
    public static BackendFailure? Of(Exception exception, TimeBudget budget) => exception switch
    {
        CircuitOpenException open => NotSent(Problems.CircuitOpen(open.RetryAfter)),
        NotSentException => NotSent(Problems.OutOfTime()),
        TimeoutRejectedException => new(Problems.OutOfTime(), IsSettled: false),
        OperationCanceledException when budget.End.IsCancellationRequested => new(Problems.OutOfTime(), IsSettled: false),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } =>
            NotSent(Problems.Unreachable()),
        HttpRequestException or IOException => new(Problems.BadAnswer(), IsSettled: false),
        _ => null,
    };

    private static BackendFailure NotSent(Problem problem) => new(problem, IsSettled: true, IsSent: false);
}
