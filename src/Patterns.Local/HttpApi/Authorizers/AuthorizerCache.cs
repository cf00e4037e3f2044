namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>The answers of an authorizer, by identity, until their time is over or there are too many newer ones.</summary>
internal sealed class AuthorizerCache(TimeSpan keepsFor, TimeProvider time)
{
    /// <summary>The service publishes no figure; a client that makes up tokens must not fill the memory.</summary>
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (AuthorizerAnswer Answer, DateTimeOffset Until)> _answers = new(StringComparer.Ordinal);

    // All are kept for the same time: in the order in which they came, they also end.
    private readonly Queue<(string Identity, DateTimeOffset Until)> _order = new();

    public AuthorizerAnswer? Find(string identity)
    {
        lock (_lock)
        {
            return _answers.TryGetValue(identity, out var kept) && time.GetUtcNow() < kept.Until ? kept.Answer : null;
        }
    }

    public void Keep(string identity, AuthorizerAnswer answer)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _answers[identity] = (answer, now + keepsFor);
            _order.Enqueue((identity, now + keepsFor));
            while (_order.Count > Most || (_order.TryPeek(out var oldest) && oldest.Until <= now))
            {
                DropOldest();
            }
        }
    }

    // One that was renewed stands behind once more.
    private void DropOldest()
    {
        var (identity, until) = _order.Dequeue();
        if (_answers.TryGetValue(identity, out var kept) && kept.Until <= until)
        {
            _answers.Remove(identity);
        }
    }
}
