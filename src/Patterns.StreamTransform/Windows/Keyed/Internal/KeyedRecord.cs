namespace Patterns.Windows.Internal;

/// <summary>A record with its key and its time.</summary>
internal sealed record KeyedRecord<TIn>(TIn Message, RecordContext Context, string Key, DateTimeOffset Time, string? DuplicateId)
{
    public string Sequence => Context.Id;
}
