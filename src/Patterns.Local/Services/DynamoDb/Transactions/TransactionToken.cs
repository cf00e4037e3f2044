namespace Patterns.Local.Services.DynamoDb.Transactions;

/// <summary>One client's name for one transaction.</summary>
internal sealed class TransactionToken(string clientToken, string fingerprint, DateTimeOffset createdAt)
{
    public string ClientToken { get; } = clientToken;

    public string Fingerprint { get; } = fingerprint;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public Lock Gate { get; } = new();

    /// <summary>The read units that a repeat takes for each action; null until the transaction was carried out. Under <see cref="Gate"/>.</summary>
    public double[]? RepeatedUnits { get; set; }
}
