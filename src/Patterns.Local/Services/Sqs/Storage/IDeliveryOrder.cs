namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>Decides which visible message is delivered next: the one thing in which standard and FIFO queues differ.</summary>
internal interface IDeliveryOrder
{
    bool HasNext { get; }

    void Entered(StoredMessage message);

    void Left(StoredMessage message);

    void BecameVisible(StoredMessage message);

    void BecameHidden(StoredMessage message);

    /// <summary>The next message of one receive, or null; it stays first until it is hidden or leaves.</summary>
    /// <param name="previous">The message that the same receive took before.</param>
    StoredMessage? Next(StoredMessage? previous);
}
