using Patterns.Local.Services.DynamoDb.Storage;

namespace Patterns.Local.Services.DynamoDb.Expiry;

/// <summary>By time; items of one time by their places.</summary>
internal sealed class ExpiryOrder : IComparer<(long Time, StorageKey Place)>
{
    public static ExpiryOrder Instance { get; } = new();

    public int Compare((long Time, StorageKey Place) x, (long Time, StorageKey Place) y) =>
        x.Time != y.Time ? x.Time.CompareTo(y.Time) : StorageKey.Compare(x.Place, y.Place);
}
