using Patterns.Tables;

namespace Patterns.Idempotency;

/// <summary>The condition of an enlisted write did not hold, so that neither it nor the completion of its key took effect.</summary>
public sealed class EnlistedWriteRefusedException : Exception
{
    internal EnlistedWriteRefusedException(string key, TableWrite write, TableItem? item)
        : base($"The condition of the write of {write.Key}, enlisted with idempotency key '{key}', did not hold.")
    {
        Key = key;
        Write = write;
        Item = item;
    }

    /// <summary>The idempotency key.</summary>
    public string Key { get; }

    /// <summary>The write.</summary>
    public TableWrite Write { get; }

    /// <summary>The item as it was found; null when there was none.</summary>
    public TableItem? Item { get; }
}
