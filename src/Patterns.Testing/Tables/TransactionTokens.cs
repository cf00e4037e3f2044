namespace Patterns.Testing;

/// <summary>The tokens of the transactions of the last ten minutes, with what they wrote.</summary>
internal sealed class TransactionTokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, (string Writes, DateTimeOffset Until)> _byToken = new(StringComparer.Ordinal);

    /// <summary>What was written with the token; null when it is new or old enough to be new again.</summary>
    public string? Find(string token, DateTimeOffset now) =>
        _byToken.TryGetValue(token, out var found) && now < found.Until ? found.Writes : null;

    public void Add(string token, string writes, DateTimeOffset now) => _byToken[token] = (writes, now + Lifetime);
}
