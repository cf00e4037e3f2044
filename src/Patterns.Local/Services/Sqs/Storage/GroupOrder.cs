namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>
/// The order of a FIFO queue. A group keeps all its messages in order, and what is behind a message in flight or a
/// delayed one waits. A receive goes on in the same group before it turns to the next.
/// </summary>
internal sealed class GroupOrder : IDeliveryOrder
{
    private readonly Dictionary<string, ReadySequence> _groups = [];
    private readonly LinkedList<ReadySequence> _turns = new();

    public bool HasNext => _turns.First is not null;

    public void Entered(StoredMessage message)
    {
        var id = message.GroupId!;
        if (!_groups.TryGetValue(id, out var group))
        {
            _groups[id] = group = new ReadySequence(id);
        }

        group.Append(message);
    }

    public void Left(StoredMessage message)
    {
        var group = message.Sequence!;
        group.Remove(message);
        if (group.IsEmpty)
        {
            _groups.Remove(group.GroupId!);
        }

        TakeOrLeaveTurn(group);
    }

    public void BecameVisible(StoredMessage message) => TakeOrLeaveTurn(message.Sequence!);

    public void BecameHidden(StoredMessage message) => TakeOrLeaveTurn(message.Sequence!);

    public StoredMessage? Next(StoredMessage? previous) =>
        previous is { Sequence: not null, Next: { State: MessageState.Visible } following } ? following : _turns.First?.Value.First;

    private void TakeOrLeaveTurn(ReadySequence group)
    {
        var canDeliver = group.First is { State: MessageState.Visible };
        if (canDeliver && group.Turn.List is null)
        {
            _turns.AddLast(group.Turn);
        }
        else if (!canDeliver && group.Turn.List is not null)
        {
            _turns.Remove(group.Turn);
        }
    }
}
