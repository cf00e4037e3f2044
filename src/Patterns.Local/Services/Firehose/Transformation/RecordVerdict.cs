namespace Patterns.Local.Services.Firehose.Transformation;

/// <summary>What the function said of one record: delivered, dropped (neither data nor failure), or failed.</summary>
internal readonly record struct RecordVerdict(ReadOnlyMemory<byte>? Data, IReadOnlyDictionary<string, string>? PartitionKeys, TransformFailure? Failure)
{
    public static RecordVerdict Dropped => default;

    public static RecordVerdict Failed(TransformFailure failure) => new(null, null, failure);
}
