namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>Finds received messages by their receipt handles. Not thread-safe: the queue holds its lock.</summary>
internal sealed class ReceiptBook
{
    private readonly long _tag = Random.Shared.NextInt64();
    private readonly Dictionary<long, StoredMessage> _received = [];

    /// <summary>Issues the handle of a new receive; the message's earlier handles stop to fit.</summary>
    public string Issue(StoredMessage message)
    {
        message.ReceiptNumber++;
        _received[message.Number] = message;
        return new ReceiptHandle(_tag, message.Number, message.ReceiptNumber).ToString();
    }

    public void Forget(StoredMessage message) => _received.Remove(message.Number);

    public void Clear() => _received.Clear();

    /// <summary>The message, or null where there is nothing to delete any more.</summary>
    public StoredMessage? FindToDelete(string text, bool isFifo)
    {
        var handle = Parse(text);
        if (!_received.TryGetValue(handle.Number, out var message))
        {
            return null;
        }

        var fits = message.ReceiptNumber == handle.ReceiptNumber;
        if (isFifo && !(fits && message.State == MessageState.InFlight))
        {
            throw SqsErrors.ReceiptHandleHasExpired(text);
        }

        return fits ? message : null;
    }

    /// <summary>The message, which a standard queue lets hide again after its timeout while nobody else received it.</summary>
    public StoredMessage FindToChange(string text, bool isFifo)
    {
        var handle = Parse(text);
        return _received.TryGetValue(handle.Number, out var message)
            && message.ReceiptNumber == handle.ReceiptNumber
            && (!isFifo || message.State == MessageState.InFlight)
            ? message
            : throw SqsErrors.NotAvailableForVisibilityChange(text);
    }

    private ReceiptHandle Parse(string text) => ReceiptHandle.TryParse(text, out var handle) && handle.QueueTag == _tag
        ? handle
        : throw SqsErrors.ReceiptHandleIsInvalid(text);
}
