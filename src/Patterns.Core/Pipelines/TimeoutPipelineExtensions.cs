namespace Patterns;

/// <summary>Adds a time limit for one record.</summary>
public static class TimeoutPipelineExtensions
{
    /// <summary>
    /// Cancels what follows after <paramref name="timeout"/>. A handler that ends by that cancellation fails with a
    /// <see cref="TimeoutException"/>, which is tried again; one that ignores its token is not stopped.
    /// </summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="timeout">More than zero.</param>
    /// <param name="time">Null for the system's clock.</param>
    public static RecordPipeline<TMessage> UseTimeout<TMessage>(
        this RecordPipeline<TMessage> pipeline,
        TimeSpan timeout,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        var clock = time ?? TimeProvider.System;
        return pipeline.Use($"timeout {timeout:g}", next => (message, context) => RunAsync(next, message, context, timeout, clock));
    }

    private static async ValueTask RunAsync<TMessage>(
        RecordStep<TMessage> next,
        TMessage message,
        RecordContext context,
        TimeSpan timeout,
        TimeProvider clock)
    {
        using var limit = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.CancellationToken);
        try
        {
            await next(message, context.WithCancellation(either.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (limit.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The record was not handled within {timeout}.", cancelled);
        }
    }
}
