namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>The message first that becomes visible next.</summary>
internal readonly struct ByVisibility : IHeapOrder
{
    public static long KeyOf(StoredMessage message) => message.VisibleAt;

    public static ref int IndexOf(StoredMessage message) => ref message.WakeIndex;
}
