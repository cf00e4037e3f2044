using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Patterns.Firehose.Internal;

namespace Patterns.Firehose;

/// <summary>Transforms the records of a delivery stream one by one, and tells Firehose of each what became of it.</summary>
/// <remarks>
/// <para>Derive from it, write <see cref="TransformAsync"/>, and name <see cref="FunctionHandler"/> in the template.</para>
/// <para>
/// The reply has every record of the request exactly once and in order. A record that cannot be read, whose transformation throws,
/// or whose output does not fit fails alone: Firehose writes its original under the error prefix.
/// </para>
/// <para>
/// One object serves many invocations, and records of one batch are transformed in parallel: keep nothing about an invocation or a
/// record in fields. Guarantee: at-least-once, since Firehose may send a batch again.
/// </para>
/// </remarks>
/// <typeparam name="TIn">What a record's data means.</typeparam>
/// <typeparam name="TOut">What is delivered.</typeparam>
public abstract class FirehoseTransformHandler<TIn, TOut>
{
    private readonly TransformRun<TIn, TOut> _run;

    /// <summary>Makes a handler from JSON to JSON. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="input">How a record is read, from a source-generated context.</param>
    /// <param name="output">How it is written, from a source-generated context.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected FirehoseTransformHandler(JsonTypeInfo<TIn> input, JsonTypeInfo<TOut> output, FirehoseTransformOptions? options = null)
        : this(Decoder(input), Encoder(output), options)
    {
    }

    /// <summary>Makes a handler from a form of its own to JSON, for example from the lines of a log.</summary>
    /// <param name="decoder">How a record is read.</param>
    /// <param name="output">How it is written, from a source-generated context.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected FirehoseTransformHandler(FirehoseDecoder<TIn> decoder, JsonTypeInfo<TOut> output, FirehoseTransformOptions? options = null)
        : this(decoder, Encoder(output), options)
    {
    }

    /// <summary>Makes a handler of forms of its own. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="decoder">How a record is read.</param>
    /// <param name="encoder">How it is written.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected FirehoseTransformHandler(FirehoseDecoder<TIn> decoder, FirehoseEncoder<TOut> encoder, FirehoseTransformOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        ArgumentNullException.ThrowIfNull(encoder);
        Options = (options ?? new()).Validated();
        _run = new TransformRun<TIn, TOut>(decoder, encoder, TransformAsync, Options);
    }

    /// <summary>What the handler was told, with the defaults where it was told nothing.</summary>
    public FirehoseTransformOptions Options { get; }

    /// <summary>The method to name in the function's <c>Handler</c> setting.</summary>
    /// <returns>The reply that Firehose understands.</returns>
    /// <exception cref="UnknownEventException">The payload is no event of Firehose; no record was touched.</exception>
    /// <exception cref="FirehoseBatchException">Records failed in a way that <see cref="FirehoseTransformOptions.RetriesBatch"/>; Firehose sends the batch again.</exception>
    public Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        return _run.RunAsync(input, context);
    }

    /// <summary>Transforms one record. Throwing fails it, as <see cref="Failed"/> does.</summary>
    /// <param name="record">The record; never null.</param>
    /// <param name="context">What Firehose says about it, and the token that is cancelled when time runs out.</param>
    protected abstract ValueTask<FirehoseResult<TOut>> TransformAsync(TIn record, FirehoseRecordContext context);

    /// <summary>The record is delivered as <paramref name="data"/>.</summary>
    /// <param name="data">What is delivered.</param>
    /// <param name="partitionKeys">The values of <c>!{partitionKeyFromLambda:…}</c> in the prefix; null for none.</param>
    protected static FirehoseResult<TOut> Ok(TOut data, IReadOnlyDictionary<string, string>? partitionKeys = null) =>
        new(FirehoseStatus.Ok, data, partitionKeys, reason: null);

    /// <summary>The record is left out on purpose: counted, and not delivered anywhere.</summary>
    protected static FirehoseResult<TOut> Dropped() => new(FirehoseStatus.Dropped, default, partitionKeys: null, reason: null);

    /// <summary>The record cannot be transformed: its original goes under the error prefix.</summary>
    /// <param name="reason">Why, for the log; keep the data out of it.</param>
    protected static FirehoseResult<TOut> Failed(string reason) => new(FirehoseStatus.ProcessingFailed, default, partitionKeys: null, reason);

    private static FirehoseDecoder<TIn> Decoder(JsonTypeInfo<TIn> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return (data, _) => JsonSerializer.Deserialize(data, json)
            ?? throw new JsonException($"The data is null where a {typeof(TIn).Name} was expected.");
    }

    private static FirehoseEncoder<TOut> Encoder(JsonTypeInfo<TOut> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return (data, output) =>
        {
            using var writer = new Utf8JsonWriter(output);
            JsonSerializer.Serialize(writer, data, json);
        };
    }
}
