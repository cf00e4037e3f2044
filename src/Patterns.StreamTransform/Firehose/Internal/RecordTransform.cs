using System.Buffers;
using System.Buffers.Text;
using Amazon.Lambda.Core;

namespace Patterns.Firehose.Internal;

/// <summary>Takes one record from its text in the event to its outcome. Nothing is thrown.</summary>
internal sealed class RecordTransform<TIn, TOut>(
    FirehoseDecoder<TIn> decoder,
    FirehoseEncoder<TOut> encoder,
    Func<TIn, FirehoseRecordContext, ValueTask<FirehoseResult<TOut>>> transform,
    FirehoseTransformOptions options)
{
    public async ValueTask<RecordOutcome> RunAsync(FirehoseEvent source, int index, ILambdaContext lambda, CancellationToken cancellationToken)
    {
        try
        {
            var context = Context(source, index, lambda, cancellationToken);
            var record = Decode(source, index, context);
            var result = await transform(record, context).ConfigureAwait(false);
            return Outcome(result);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return TimeIsUp();
        }
        catch (Exception exception)
        {
            return RecordOutcome.Failed(exception.GetType().Name, exception);
        }
    }

    public static RecordOutcome TimeIsUp() => RecordOutcome.Failed("Time ran out.", new TimeoutException("Time ran out before the record was transformed."));

    private static FirehoseRecordContext Context(FirehoseEvent source, int index, ILambdaContext lambda, CancellationToken cancellationToken) =>
        new(source.RecordId(index), lambda, cancellationToken)
        {
            ArrivedAt = source.ArrivedAt(index),
            DeliveryStreamArn = source.DeliveryStreamArn,
            SourceStreamArn = source.SourceStreamArn,
            Kinesis = source.Kinesis(index),
        };

    private TIn Decode(FirehoseEvent source, int index, FirehoseRecordContext context)
    {
        var text = source.Data(index);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(1, Base64.GetMaxDecodedFromUtf8Length(text.Length)));
        try
        {
            return Base64.DecodeFromUtf8(text, buffer, out _, out var written) == OperationStatus.Done
                ? decoder(buffer.AsSpan(0, written), context) ?? throw new FormatException($"The data is nothing where a {typeof(TIn).Name} was expected.")
                : throw new FormatException("The record's data is not Base64.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private RecordOutcome Outcome(FirehoseResult<TOut> result) => result.Status switch
    {
        FirehoseStatus.Ok => new RecordOutcome(FirehoseStatus.Ok, Encode(result.Data!), result.PartitionKeys.Count == 0 ? null : result.PartitionKeys),
        FirehoseStatus.Dropped => RecordOutcome.Dropped,
        _ => RecordOutcome.Failed(result.Reason!),
    };

    private byte[] Encode(TOut data)
    {
        var output = new ArrayBufferWriter<byte>();
        encoder(data, output);
        if (options.AppendsNewLine && !output.WrittenSpan.EndsWith("\n"u8))
        {
            output.Write("\n"u8);
        }

        return output.WrittenSpan.ToArray();
    }
}
