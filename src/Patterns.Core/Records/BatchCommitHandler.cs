using System.Text.Json.Serialization.Metadata;
using Patterns.Records.Internal;

namespace Patterns;

/// <summary>
/// Prepares records one by one, and commits what they came to together, once an invocation: for work that is cheaper in one
/// request than in a request a record.
/// </summary>
/// <remarks>
/// <para>
/// A record counts as handled when it is prepared and its commit did not fail, so that a source never moves past a record whose
/// work is not committed. <see cref="CommitAsync"/> gets the records that are prepared, in the order of the event; records of a
/// key behind a failed one are not among them.
/// </para>
/// <para>
/// Behaviours of the pipeline are around <see cref="PrepareAsync"/>; a record that a behaviour skips has nothing to commit.
/// </para>
/// <para>Guarantee: at-least-once; ordered per key for FIFO queues, Kinesis and DynamoDB streams.</para>
/// </remarks>
/// <typeparam name="TMessage">What a record's body means.</typeparam>
/// <typeparam name="TWork">What a record comes to.</typeparam>
public abstract class BatchCommitHandler<TMessage, TWork> : RecordHandler<TMessage>, IBatchCommitter
    where TWork : class
{
    /// <summary>Makes a handler of JSON messages. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="json">How a message is read, from a source-generated context.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around <see cref="PrepareAsync"/>; the first one added runs first.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected BatchCommitHandler(
        JsonTypeInfo<TMessage> json,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TMessage>>? pipeline = null)
        : base(json, options, pipeline)
    {
    }

    /// <summary>Makes a handler of messages in a form of their own. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="decoder">How a message is read.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around <see cref="PrepareAsync"/>; the first one added runs first.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected BatchCommitHandler(
        RecordDecoder<TMessage> decoder,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TMessage>>? pipeline = null)
        : base(decoder, options, pipeline)
    {
    }

    ICommitRun IBatchCommitter.Begin(int count) => new CommitRun<TWork>(count, CommitAsync);

    /// <summary>
    /// Makes of one message what is to be committed. Throwing has the source deliver it again; a
    /// <see cref="NonRetryableException"/> sends it to the failure destination. In an ordered source, records of the same key wait.
    /// </summary>
    /// <param name="message">The message; never null.</param>
    /// <param name="context">The record, and the token that is cancelled when time runs out.</param>
    /// <returns>The work; null when the record is done without any.</returns>
    protected abstract ValueTask<TWork?> PrepareAsync(TMessage message, RecordContext context);

    /// <summary>
    /// Makes the work durable, and calls <see cref="CommitEntry{TWork}.Fail"/> for each record whose work is not. Throwing fails all
    /// of them. Not called when there is no work.
    /// </summary>
    /// <param name="entries">At least one; in the order of the event.</param>
    /// <param name="cancellationToken">Cancelled shortly before the report is due.</param>
    protected abstract ValueTask CommitAsync(IReadOnlyList<CommitEntry<TWork>> entries, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override ValueTask HandleAsync(TMessage message, RecordContext context)
    {
        var preparing = PrepareAsync(message, context);
        if (!preparing.IsCompletedSuccessfully)
        {
            return KeepAsync(preparing, context);
        }

        Keep(preparing.Result, context);
        return ValueTask.CompletedTask;
    }

    private static async ValueTask KeepAsync(ValueTask<TWork?> preparing, RecordContext context) =>
        Keep(await preparing.ConfigureAwait(false), context);

    private static void Keep(TWork? work, RecordContext context) => ((CommitRun<TWork>)context.Commit!).Keep(work, context);
}
