namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>Remembers for a while under which id a message was accepted. Not thread-safe: the queue holds its lock.</summary>
internal sealed class DeduplicationMemory(TimeSpan window)
{
    private readonly Dictionary<Key, Accepted> _accepted = [];
    private readonly Queue<(Key Key, long ForgetAt)> _ages = new();

    public bool TryFind(in Key key, long now, out Accepted original)
    {
        while (_ages.TryPeek(out var oldest) && oldest.ForgetAt <= now)
        {
            _ages.Dequeue();
            _accepted.Remove(oldest.Key);
        }

        return _accepted.TryGetValue(key, out original);
    }

    public void Remember(in Key key, in Accepted accepted, long now)
    {
        _accepted[key] = accepted;
        _ages.Enqueue((key, now + window.Ticks));
    }

    /// <param name="GroupId">Null where an id is unique in the whole queue.</param>
    /// <param name="DeduplicationId">The sender's, or the hash of the body.</param>
    internal readonly record struct Key(string? GroupId, string DeduplicationId);

    internal readonly record struct Accepted(Guid MessageId, string SequenceNumber);
}
