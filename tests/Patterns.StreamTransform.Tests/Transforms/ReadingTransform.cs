using System.Text.Json;

namespace Patterns.StreamTransform.Tests.Transforms;

/// <summary>Does to each reading what the test says; by default hands it on.</summary>
internal sealed class ReadingTransform(
    StreamTransformOptions<Reading> transform,
    Func<Reading, TransformContext<Reading>, ValueTask>? apply = null,
    RecordHandlerOptions? options = null,
    Action<RecordPipeline<Reading>>? pipeline = null)
    : StreamTransformHandler<Reading, Reading>(ReadingJson.Default.Reading, ReadingJson.Default.Reading, transform, options, pipeline)
{
    public static ReadingTransform To(IDestination destination, Action<Reading, TransformContext<Reading>>? apply = null, RecordHandlerOptions? options = null) =>
        new(
            new StreamTransformOptions<Reading> { Sinks = [new(destination)] },
            apply is null ? null : (reading, context) =>
            {
                apply(reading, context);
                return ValueTask.CompletedTask;
            },
            options);

    public static Reading Read(Envelope envelope) => JsonSerializer.Deserialize(envelope.Body.Span, ReadingJson.Default.Reading)!;

    protected override ValueTask TransformAsync(Reading record, TransformContext<Reading> context)
    {
        if (apply is not null)
        {
            return apply(record, context);
        }

        context.Emit(record);
        return ValueTask.CompletedTask;
    }
}
