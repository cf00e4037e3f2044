using System.Diagnostics.CodeAnalysis;
using Patterns.Http.Internal;
using Patterns.Resilience;
using Patterns.Resilience.Internal;
using Polly;
using Polly.Hedging;
using Polly.Retry;
using Polly.Timeout;

namespace Patterns.Proxy.Internal;

/// <summary>What stands around a call: repetition, then the circuit, then the time of one attempt.</summary>
internal static class BackendPipelines
{
    public static readonly ResiliencePropertyKey<TimeBudget> Budget = new("Patterns.Proxy.Budget");

    public static ResiliencePipeline<BackendReply> Once(ApiProxyOptions options) => WithCircuit(NewBuilder(options), options).Build();

    public static ResiliencePipeline<BackendReply> Repeatable(ApiProxyOptions options)
    {
        var builder = NewBuilder(options);
        return Attempt(options.MaxAttempts > 1 ? builder.AddRetry(Retry(options)) : builder, options);
    }

    public static ResiliencePipeline<BackendReply> Read(ApiProxyOptions options) => options is { HedgingDelay: { } delay, MaxAttempts: > 1 }
        ? Attempt(NewBuilder(options).AddHedging(Hedging(options, delay)), options)
        : Repeatable(options);

    private static ResiliencePipelineBuilder<BackendReply> NewBuilder(ApiProxyOptions options) => new() { TimeProvider = options.Time };

    private static ResiliencePipeline<BackendReply> Attempt(ResiliencePipelineBuilder<BackendReply> builder, ApiProxyOptions options) =>
        WithCircuit(builder, options).AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout }).Build();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The options of the strategy have nothing that is to be validated.")]
    private static ResiliencePipelineBuilder<BackendReply> WithCircuit(ResiliencePipelineBuilder<BackendReply> builder, ApiProxyOptions options) =>
        options.Circuit is { } circuit
            ? builder.AddStrategy(_ => new CircuitStrategy<BackendReply>(circuit, HasFailed), new CircuitStrategyOptions())
            : builder;

    private static RetryStrategyOptions<BackendReply> Retry(ApiProxyOptions options) => new()
    {
        MaxRetryAttempts = options.MaxAttempts - 1,
        ShouldHandle = args => new(IsTransient(args.Outcome) && LongestPause(options, args.Outcome, args.AttemptNumber) < Left(args.Context)),
        DelayGenerator = args => new(args.Outcome.Result?.RetryAfter ?? LongestPause(options, args.Outcome, args.AttemptNumber) * Random.Shared.NextDouble()),
    };

    private static HedgingStrategyOptions<BackendReply> Hedging(ApiProxyOptions options, TimeSpan delay) => new()
    {
        MaxHedgedAttempts = options.MaxAttempts - 1,
        Delay = delay,
        ShouldHandle = args => new((IsTransient(args.Outcome) || args.Outcome.Exception is CircuitOpenException) && Left(args.Context) > TimeSpan.Zero),
    };

    private static TimeSpan LongestPause(ApiProxyOptions options, Outcome<BackendReply> outcome, int attempt) =>
        outcome.Result?.RetryAfter ?? options.RetryDelay * Math.Pow(2, attempt);

    private static TimeSpan Left(ResilienceContext context) => context.Properties.TryGetValue(Budget, out var budget) ? budget.Left : TimeSpan.Zero;

    private static bool IsTransient(Outcome<BackendReply> outcome) => outcome switch
    {
        { Exception: TimeoutRejectedException or HttpRequestException or IOException } => true,
        { Result: { } reply } => reply.IsTransient,
        _ => false,
    };

    private static bool? HasFailed(Outcome<BackendReply> outcome, ResilienceContext context) => outcome switch
    {
        { Exception: TimeoutRejectedException or HttpRequestException or IOException } => true,

        // The time is up: the backend was slower than anybody waits. Else another attempt was faster.
        { Exception: OperationCanceledException } => Left(context) > TimeSpan.Zero ? null : true,
        { Result: { } reply } => reply.IsOutage,
        _ => null,
    };
}
