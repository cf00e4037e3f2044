using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>
/// Remembers what a receive with an attempt id was answered, so that a consumer that lost the answer gets it again.
/// Not thread-safe: the queue holds its lock.
/// </summary>
internal sealed class ReceiveAttempts(TimeSpan window)
{
    private readonly Dictionary<string, Attempt> _attempts = [];
    private readonly Queue<(string Id, long ForgetAt)> _ages = new();

    /// <summary>The earlier answer, while each of its messages is still in flight and as that receive left it.</summary>
    public Attempt? Find(string id, long now)
    {
        while (_ages.TryPeek(out var oldest) && oldest.ForgetAt <= now)
        {
            _ages.Dequeue();
            if (_attempts.TryGetValue(oldest.Id, out var attempt) && attempt.ForgetAt <= now)
            {
                _attempts.Remove(oldest.Id);
            }
        }

        return _attempts.TryGetValue(id, out var found) && found.IsUntouched ? found : null;
    }

    public void Remember(string id, List<ReceivedMessage> answer, List<StoredMessage> messages, long now)
    {
        var forgetAt = now + window.Ticks;
        _attempts[id] = new Attempt(answer, [.. messages.Select(message => (message, message.ReceiptNumber, message.Version))], forgetAt);
        _ages.Enqueue((id, forgetAt));
    }

    internal sealed record Attempt(
        IReadOnlyList<ReceivedMessage> Answer, IReadOnlyList<(StoredMessage Message, int ReceiptNumber, int Version)> Messages, long ForgetAt)
    {
        public bool IsUntouched => Messages.All(taken =>
            taken.Message.State == MessageState.InFlight
            && taken.Message.ReceiptNumber == taken.ReceiptNumber
            && taken.Message.Version == taken.Version);
    }
}
