using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb.Transactions;

/// <summary>One client's name for one transaction.</summary>
internal sealed class TransactionToken(string clientToken, string fingerprint, DateTimeOffset createdAt)
{
    public string ClientToken { get; } = clientToken;

    public string Fingerprint { get; } = fingerprint;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public Lock Gate { get; } = new();

    /// <summary>What the transaction did; null until it was carried out. Under <see cref="Gate"/>.</summary>
    public IReadOnlyList<WriteOutcome>? Outcome { get; set; }
}
