using Polly;

namespace Patterns;

/// <summary>Adds resilience by Polly.</summary>
public static class ResiliencePipelineExtensions
{
    /// <summary>
    /// Runs what follows under <paramref name="resilience"/>. Its token is the context's, so that retries end with the
    /// deadline. What the pipeline finally throws is the record's failure. Polly's retry handles every exception unless told
    /// otherwise: leave <see cref="NonRetryableException"/> out of its <c>ShouldHandle</c> to have it end a record at once.
    /// </summary>
    public static RecordPipeline<TMessage> UseResilience<TMessage>(this RecordPipeline<TMessage> pipeline, ResiliencePipeline resilience)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(resilience);
        return pipeline.Use("resilience", next => (message, context) => resilience.ExecuteAsync(
            static (call, token) => call.next(call.message, call.context.WithCancellation(token)),
            (next, message, context),
            context.CancellationToken));
    }
}
