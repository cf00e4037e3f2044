namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>
/// The order of a standard queue: by arrival, and in turn between the message groups, so that a tenant with a long
/// backlog does not keep the others waiting. Messages without a group are one group of their own.
/// </summary>
internal sealed class FairOrder : IDeliveryOrder
{
    private readonly Dictionary<string, ReadySequence> _groups = [];
    private readonly ReadySequence _ungrouped = new(null);
    private readonly LinkedList<ReadySequence> _turns = new();

    public bool HasNext => _turns.First is not null;

    public void Entered(StoredMessage message)
    {
    }

    public void Left(StoredMessage message)
    {
        if (message.Sequence is not null)
        {
            BecameHidden(message);
        }
    }

    public void BecameVisible(StoredMessage message)
    {
        var group = GroupOf(message.GroupId);
        group.Append(message);
        if (group.Turn.List is null)
        {
            _turns.AddLast(group.Turn);
        }
    }

    public void BecameHidden(StoredMessage message)
    {
        var group = message.Sequence!;
        group.Remove(message);
        _turns.Remove(group.Turn);
        if (!group.IsEmpty)
        {
            _turns.AddLast(group.Turn);
        }
        else if (group.GroupId is { } id)
        {
            _groups.Remove(id);
        }
    }

    public StoredMessage? Next(StoredMessage? previous) => _turns.First?.Value.First;

    private ReadySequence GroupOf(string? id)
    {
        if (id is null)
        {
            return _ungrouped;
        }

        if (!_groups.TryGetValue(id, out var group))
        {
            _groups[id] = group = new ReadySequence(id);
        }

        return group;
    }
}
