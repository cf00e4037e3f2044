namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>By what a <see cref="MessageHeap{TOrder}"/> sorts, and where a message remembers its place in it.</summary>
internal interface IHeapOrder
{
    static abstract long KeyOf(StoredMessage message);

    static abstract ref int IndexOf(StoredMessage message);
}
