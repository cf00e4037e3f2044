using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Patterns.Facade.Internal;

/// <summary>What stands around the attempts at a part.</summary>
internal static class PartPipelines
{
    public static readonly ResiliencePropertyKey<Func<TimeSpan>> Left = new("Patterns.Facade.Left");

    public static bool IsTransient(Exception exception) => exception switch
    {
        HttpRequestException http => http.StatusCode is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        IOException or TimeoutRejectedException => true,
        _ => false,
    };

    public static ResiliencePipeline Build<T>(PartOptions<T> options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.MaxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxAttempts - 1,
                ShouldHandle = args => new(args.Outcome.Exception is { } exception
                    && options.IsTransient(exception)
                    && LongestPause(options.RetryDelay, args.AttemptNumber) < LeftOf(args.Context)),
                DelayGenerator = args => new(LongestPause(options.RetryDelay, args.AttemptNumber) * Random.Shared.NextDouble()),
            });
        }

        if (options.AttemptTimeout is { } timeout)
        {
            builder.AddTimeout(new TimeoutStrategyOptions { Timeout = timeout });
        }

        return builder.Build();
    }

    private static TimeSpan LongestPause(TimeSpan delay, int attempt) => delay * Math.Pow(2, attempt);

    private static TimeSpan LeftOf(ResilienceContext context) => context.Properties.TryGetValue(Left, out var left) ? left() : TimeSpan.Zero;
}
