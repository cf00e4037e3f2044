using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Tests.Services.Sqs;

/// <summary>A FIFO queue as plainly as it can be said: lists, and a time until which each message is hidden.</summary>
internal sealed class GroupModel
{
    private readonly Dictionary<string, List<Entry>> _groups = [];

    public void Sent(string group, Guid id, DateTimeOffset expiresAt)
    {
        if (!_groups.TryGetValue(group, out var entries))
        {
            _groups[group] = entries = [];
        }

        entries.Add(new Entry(id, expiresAt));
    }

    /// <summary>What was received of a group is a run from its first message on, and none of it was hidden.</summary>
    public void Received(IReadOnlyList<ReceivedMessage> received, DateTimeOffset now, TimeSpan visibility)
    {
        foreach (var group in received.GroupBy(message => message.GroupId!))
        {
            var expected = _groups[group.Key].TakeWhile(entry => entry.HiddenUntil <= now).Take(group.Count()).ToList();
            Assert.Equal(expected.Select(entry => entry.Id), group.Select(message => message.Id));
            expected.ForEach(entry => entry.HiddenUntil = now + visibility);
        }

        if (received.Count == 0)
        {
            Assert.All(_groups.Values, entries => Assert.False(entries.Count > 0 && entries[0].HiddenUntil <= now));
        }
    }

    public void Deleted(Guid id)
    {
        foreach (var entries in _groups.Values)
        {
            entries.RemoveAll(entry => entry.Id == id);
        }
    }

    public void VisibilityChanged(Guid id, DateTimeOffset until) =>
        _groups.Values.SelectMany(entries => entries).Single(entry => entry.Id == id).HiddenUntil = until;

    public void Expire(DateTimeOffset now)
    {
        foreach (var entries in _groups.Values)
        {
            entries.RemoveAll(entry => entry.ExpiresAt <= now);
        }
    }

    private sealed class Entry(Guid id, DateTimeOffset expiresAt)
    {
        public Guid Id => id;

        public DateTimeOffset ExpiresAt => expiresAt;

        public DateTimeOffset HiddenUntil { get; set; }
    }
}
