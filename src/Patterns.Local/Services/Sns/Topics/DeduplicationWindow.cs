using Patterns.Local.Services.Sns.Publishing;

namespace Patterns.Local.Services.Sns.Topics;

/// <summary>The answers given to publishers of a FIFO topic in the last minutes, by deduplication id.</summary>
/// <remarks>Not thread-safe: the topic holds its lock.</remarks>
internal sealed class DeduplicationWindow(TimeProvider time)
{
    private readonly Dictionary<string, PublishResult> _answers = [];
    private readonly Queue<(string Id, DateTimeOffset Expires)> _order = new();

    public bool TryFind(string id, out PublishResult answer)
    {
        Forget();
        return _answers.TryGetValue(id, out answer);
    }

    public void Remember(string id, PublishResult answer)
    {
        _answers[id] = answer;
        _order.Enqueue((id, time.GetUtcNow() + SnsLimits.DeduplicationWindow));
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        while (_order.TryPeek(out var oldest) && oldest.Expires <= now)
        {
            _order.Dequeue();
            _answers.Remove(oldest.Id);
        }
    }
}
