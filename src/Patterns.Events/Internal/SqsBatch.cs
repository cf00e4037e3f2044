using System.Collections.ObjectModel;
using System.Globalization;
using Amazon.Lambda.SQSEvents;

namespace Patterns.TypedEvents.Internal;

internal sealed class SqsBatch(SQSEvent batch) : RecordBatch
{
    private readonly List<SQSEvent.SQSMessage> _messages = batch.Records ?? [];

    public override SourceKind Source => _messages is [{ EventSourceArn: { } arn }, ..] && arn.EndsWith(".fifo", StringComparison.Ordinal)
        ? SourceKind.SqsFifo
        : SourceKind.Sqs;

    public override int Count => _messages.Count;

    protected override string GetId(int index) => _messages[index].MessageId;

    protected override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer) => TextBody.ToUtf8(_messages[index].Body, buffer);

    protected override string? GetKey(int index) => System(index, "MessageGroupId");

    protected override string GetSourceArn(int index) => _messages[index].EventSourceArn ?? "";

    protected override int GetAttempt(int index) =>
        int.TryParse(System(index, "ApproximateReceiveCount"), CultureInfo.InvariantCulture, out var count) ? count : 1;

    protected override DateTimeOffset? GetTime(int index) =>
        long.TryParse(System(index, "SentTimestamp"), CultureInfo.InvariantCulture, out var sent) ? DateTimeOffset.FromUnixTimeMilliseconds(sent) : null;

    protected override string? GetTraceHeader(int index) => System(index, "AWSTraceHeader");

    protected override string? GetAttribute(int index, string name) =>
        _messages[index].MessageAttributes is { } all && all.TryGetValue(name, out var attribute) ? attribute.StringValue : null;

    protected override IReadOnlyDictionary<string, string> GetAttributes(int index) =>
        _messages[index].MessageAttributes is { Count: > 0 } all
            ? all.Where(attribute => attribute.Value.StringValue is not null).ToDictionary(attribute => attribute.Key, attribute => attribute.Value.StringValue)
            : ReadOnlyDictionary<string, string>.Empty;

    private string? System(int index, string name) => _messages[index].Attributes?.GetValueOrDefault(name);
}
