namespace Patterns.Local.Services.DynamoDb;

/// <summary>The service's quotas that a single request can meet.</summary>
internal static class DynamoDbLimits
{
    public const int ItemBytes = 400 * 1024;
    public const int PartitionKeyBytes = 2048;
    public const int SortKeyBytes = 1024;
    public const int PageBytes = 1024 * 1024;
    public const int BatchGetKeys = 100;
    public const int BatchGetBytes = 16 * 1024 * 1024;
    public const int BatchWrites = 25;
    public const int TransactionActions = 100;
    public const int TransactionBytes = 4 * 1024 * 1024;
    public const int LocalIndexes = 5;
    public const int GlobalIndexes = 20;
    public const int TotalSegments = 1_000_000;
    public const int ListedTables = 100;
    public const int Tags = 50;

    /// <summary>How many client tokens are remembered; no quota of the service.</summary>
    public const int Tokens = 100_000;

    public static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);
}
