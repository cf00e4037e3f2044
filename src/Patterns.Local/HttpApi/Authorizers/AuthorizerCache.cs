using System.Collections.Concurrent;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>The answers of an authorizer, by identity, until their time is over.</summary>
internal sealed class AuthorizerCache(TimeSpan keepsFor, TimeProvider time)
{
    private const int CleanedAbove = 1000;

    private readonly ConcurrentDictionary<string, (AuthorizerAnswer Answer, DateTimeOffset Until)> _answers = new(StringComparer.Ordinal);

    public AuthorizerAnswer? Find(string identity) =>
        _answers.TryGetValue(identity, out var kept) && time.GetUtcNow() < kept.Until ? kept.Answer : null;

    public void Keep(string identity, AuthorizerAnswer answer)
    {
        if (_answers.Count >= CleanedAbove)
        {
            Clean();
        }

        _answers[identity] = (answer, time.GetUtcNow() + keepsFor);
    }

    private void Clean()
    {
        var now = time.GetUtcNow();
        foreach (var (identity, kept) in _answers)
        {
            if (kept.Until <= now)
            {
                _answers.TryRemove(identity, out _);
            }
        }
    }
}
