using Patterns.Idempotency;
using Patterns.Idempotency.Internal;
using Patterns.Tables;

namespace Patterns;

/// <summary>Adds idempotency.</summary>
public static class IdempotencyPipelineExtensions
{
    /// <summary>
    /// Runs what follows once for each key, however often and wherever the record comes. The keys of a batch are claimed by one
    /// transaction before any handler runs, and completed by another one after all have ended.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Guarantee: effect-once for writes that the handler enlists (<see cref="RecordContext.Enlist"/>); at-least-once for all its
    /// other effects, which are repeated when the process dies between effect and completion.
    /// </para>
    /// <para>
    /// A record whose key is completed counts as handled; behaviours before this one see it, those behind it do not. Add it
    /// first to have retries and time limits inside.
    /// </para>
    /// </remarks>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="table">Where the keys are kept; several functions may share it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    /// <exception cref="InvalidOperationException">The pipeline has it already.</exception>
    public static RecordPipeline<TMessage> UseIdempotency<TMessage>(
        this RecordPipeline<TMessage> pipeline,
        ITable table,
        IdempotencyOptions<TMessage>? options = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(table);
        if (pipeline.BatchBehaviours.OfType<IdempotencyBehaviour<TMessage>>().Any())
        {
            throw new InvalidOperationException("The pipeline has idempotency already; one key per record is possible.");
        }

        var behaviour = new IdempotencyBehaviour<TMessage>(table, (options ?? new()).Validated());
        return pipeline.Use($"idempotency in {table.Name}", behaviour, IdempotencyBehaviour<TMessage>.Wrap);
    }
}
