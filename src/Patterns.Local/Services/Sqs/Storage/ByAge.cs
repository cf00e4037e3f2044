namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>The oldest message first: the next that retention deletes.</summary>
internal readonly struct ByAge : IHeapOrder
{
    public static long KeyOf(StoredMessage message) => message.SentAt;

    public static ref int IndexOf(StoredMessage message) => ref message.RetentionIndex;
}
