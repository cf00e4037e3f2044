namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>Messages in order, linked through themselves: any of them leaves in constant time.</summary>
internal sealed class ReadySequence
{
    public ReadySequence(string? groupId)
    {
        GroupId = groupId;
        Turn = new LinkedListNode<ReadySequence>(this);
    }

    public string? GroupId { get; }

    public StoredMessage? First { get; private set; }

    public StoredMessage? Last { get; private set; }

    /// <summary>The sequence's place among those that have something to deliver; linked only while it has.</summary>
    public LinkedListNode<ReadySequence> Turn { get; }

    public bool IsEmpty => First is null;

    public void Append(StoredMessage message)
    {
        message.Sequence = this;
        message.Previous = Last;
        if (Last is null)
        {
            First = message;
        }
        else
        {
            Last.Next = message;
        }

        Last = message;
    }

    public void Remove(StoredMessage message)
    {
        if (message.Previous is null)
        {
            First = message.Next;
        }
        else
        {
            message.Previous.Next = message.Next;
        }

        if (message.Next is null)
        {
            Last = message.Previous;
        }
        else
        {
            message.Next.Previous = message.Previous;
        }

        message.Sequence = null;
        message.Previous = null;
        message.Next = null;
    }
}
