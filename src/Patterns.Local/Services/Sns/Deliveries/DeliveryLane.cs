namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>Messages that must go out one after the other: those of one group, or a single independent one.</summary>
internal sealed class DeliveryLane(string? groupId)
{
    private readonly Queue<PendingDelivery> _messages = new();
    private ITimer? _retry;

    public string? GroupId { get; } = groupId;

    public bool IsEmpty => _messages.Count == 0;

    /// <summary>Whether the first message is being delivered right now.</summary>
    public bool IsInFlight { get; set; }

    public PendingDelivery First => _messages.Peek();

    /// <returns>True when the message is the first one, so that the lane has something to do again.</returns>
    public bool Append(PendingDelivery message)
    {
        _messages.Enqueue(message);
        return _messages.Count == 1;
    }

    public void RemoveFirst() => _messages.Dequeue();

    public void Await(ITimer retry) => _retry = retry;

    public void Resume()
    {
        _retry?.Dispose();
        _retry = null;
    }

    /// <summary>Takes everything out except a message that is being delivered.</summary>
    public IEnumerable<PendingDelivery> Abandon()
    {
        Resume();
        var waiting = IsInFlight ? _messages.Skip(1) : _messages;
        PendingDelivery[] abandoned = [.. waiting];
        _messages.Clear();
        return abandoned;
    }
}
