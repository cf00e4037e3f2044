namespace Patterns.Local.Services.DynamoDb.Storage;

/// <summary>Tells whether two keys are one place.</summary>
internal sealed class StoragePlaces : IEqualityComparer<StorageKey>
{
    public static StoragePlaces Instance { get; } = new();

    public bool Equals(StorageKey? x, StorageKey? y) => x is null || y is null ? ReferenceEquals(x, y) : StorageKey.Compare(x, y) == 0;

    public int GetHashCode(StorageKey obj) => obj.HashOfPlace();
}
