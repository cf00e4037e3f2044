namespace Patterns.Local.Services.DynamoDb.Transactions;

/// <summary>Remembers for ten minutes which transactions were carried out, so that a repeated request has no second effect.</summary>
internal sealed class TransactionTokens(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TransactionToken> _tokens = new(StringComparer.Ordinal);
    private readonly Queue<TransactionToken> _byAge = [];

    /// <summary>The token of a client; one at a time may hold its <see cref="TransactionToken.Gate"/>.</summary>
    /// <exception cref="AwsException">The client used it for another transaction.</exception>
    public TransactionToken Take(string clientToken, string fingerprint)
    {
        lock (_lock)
        {
            DropOld();
            if (!_tokens.TryGetValue(clientToken, out var token))
            {
                DropSurplus();
                token = new TransactionToken(clientToken, fingerprint, time.GetUtcNow());
                _tokens.Add(clientToken, token);
                _byAge.Enqueue(token);
            }

            return token.Fingerprint == fingerprint ? token : throw Mismatch();
        }
    }

    private static AwsException Mismatch() => new(
        "IdempotentParameterMismatchException",
        "The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical");

    // Clients with a new token for every call must not fill the memory.
    private void DropSurplus()
    {
        if (_byAge.Count >= DynamoDbLimits.Tokens)
        {
            _tokens.Remove(_byAge.Dequeue().ClientToken);
        }
    }

    private void DropOld()
    {
        var oldest = time.GetUtcNow() - DynamoDbLimits.TokenLifetime;
        while (_byAge.TryPeek(out var token) && token.CreatedAt <= oldest)
        {
            _tokens.Remove(_byAge.Dequeue().ClientToken);
        }
    }
}
