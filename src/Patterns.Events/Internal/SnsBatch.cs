using System.Collections.ObjectModel;
using Amazon.Lambda.SNSEvents;

namespace Patterns.TypedEvents.Internal;

internal sealed class SnsBatch(SNSEvent batch) : RecordBatch
{
    private readonly IList<SNSEvent.SNSRecord> _records = batch.Records ?? [];

    public override SourceKind Source => SourceKind.Sns;

    public override int Count => _records.Count;

    protected override string GetId(int index) => _records[index].Sns.MessageId;

    protected override ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer) => TextBody.ToUtf8(_records[index].Sns.Message, buffer);

    protected override string GetSourceArn(int index) => _records[index].Sns.TopicArn ?? "";

    protected override DateTimeOffset? GetTime(int index) => new DateTimeOffset(_records[index].Sns.Timestamp.ToUniversalTime());

    protected override string? GetAttribute(int index, string name) =>
        _records[index].Sns.MessageAttributes is { } all && all.TryGetValue(name, out var attribute) && IsText(attribute) ? attribute.Value : null;

    protected override IReadOnlyDictionary<string, string> GetAttributes(int index) =>
        _records[index].Sns.MessageAttributes is { Count: > 0 } all
            ? all.Where(attribute => IsText(attribute.Value)).ToDictionary(attribute => attribute.Key, attribute => attribute.Value.Value)
            : ReadOnlyDictionary<string, string>.Empty;

    private static bool IsText(SNSEvent.MessageAttribute attribute) =>
        attribute.Value is not null && !string.Equals(attribute.Type, "Binary", StringComparison.Ordinal);
}
