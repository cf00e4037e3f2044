using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Patterns.Records.Internal;

namespace Patterns;

/// <summary>
/// Handles the records of any event source one by one, and reports the failed ones in the form that the source understands.
/// </summary>
/// <remarks>
/// <para>Derive from it, write <see cref="HandleAsync"/>, and name <see cref="FunctionHandler"/> in the template.</para>
/// <para>
/// One object serves many invocations, on Lambda Managed Instances at the same time, and records of one batch run in
/// parallel: keep nothing about an invocation or a record in fields.
/// </para>
/// <para>Guarantee: at-least-once; ordered per key for FIFO queues, Kinesis and DynamoDB streams.</para>
/// </remarks>
/// <typeparam name="TMessage">What a record's body means. For a table's stream, the item or a <see cref="TableChange{TItem}"/>.</typeparam>
public abstract class RecordHandler<TMessage>
{
    private readonly BatchProcessor<TMessage> _processor;
    private readonly string _description;

    /// <summary>Makes a handler of JSON messages. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="json">How a message is read, from a source-generated context.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around <see cref="HandleAsync"/>; the first one added runs first.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected RecordHandler(
        JsonTypeInfo<TMessage> json,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TMessage>>? pipeline = null)
        : this(JsonDecoder(json), options, pipeline)
    {
    }

    /// <summary>Makes a handler of messages in a form of their own. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="decoder">How a message is read.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around <see cref="HandleAsync"/>; the first one added runs first.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected RecordHandler(
        RecordDecoder<TMessage> decoder,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TMessage>>? pipeline = null)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        var behaviours = new RecordPipeline<TMessage>();
        pipeline?.Invoke(behaviours);
        _processor = new BatchProcessor<TMessage>(decoder, behaviours, HandleAsync, (options ?? new()).Validated(), this as IBatchCommitter);
        _description = $"{behaviours}{GetType().Name}";
    }

    /// <summary>What the handler was told, with the defaults where it was told nothing.</summary>
    public RecordHandlerOptions Options => _processor.Options;

    /// <summary>The method to name in the function's <c>Handler</c> setting, for every source.</summary>
    /// <returns>The partial reply of the failed records for SQS, Kinesis and DynamoDB streams; <c>null</c> for other sources.</returns>
    /// <exception cref="UnknownEventException">The payload is no event and no JSON; no record was touched.</exception>
    /// <exception cref="BatchFailedException">Records of a source without partial replies failed; the service tries again.</exception>
    public Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        return _processor.RunAsync(input, context);
    }

    /// <summary>Runs records that are already read, for handlers of your own that compose this one, and for other sources.</summary>
    /// <returns>What failed. Nothing is thrown for failed records: see <see cref="BatchOutcome.ThrowIfFailed"/>.</returns>
    public Task<BatchOutcome> HandleBatchAsync(RecordBatch batch, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(context);
        return _processor.RunAsync(batch, context);
    }

    /// <summary>The behaviours in their order and the handler's name, for tests of the wiring.</summary>
    public override string ToString() => _description;

    /// <summary>
    /// Handles one message. Throwing has the source deliver it again; a <see cref="NonRetryableException"/> sends it to the
    /// failure destination. In an ordered source, records of the same key wait for it.
    /// </summary>
    /// <param name="message">The message; never null.</param>
    /// <param name="context">The record, and the token that is cancelled when time runs out.</param>
    protected abstract ValueTask HandleAsync(TMessage message, RecordContext context);

    private static RecordDecoder<TMessage> JsonDecoder(JsonTypeInfo<TMessage> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return (body, _) => JsonSerializer.Deserialize(body, json)
            ?? throw new JsonException($"The body is null where a {typeof(TMessage).Name} was expected.");
    }
}
