using Patterns.Tables;

namespace Patterns.Singleton;

/// <summary>
/// The condition of an enlisted write did not hold, so that neither it nor what it was to take effect with did. The work is
/// tried again.
/// </summary>
public sealed class FencedWriteRefusedException : Exception
{
    internal FencedWriteRefusedException(string name, TableWrite write, TableItem? item)
        : base($"The condition of the write of {write.Key}, enlisted under the lease '{name}', did not hold.")
    {
        Write = write;
        Item = item;
    }

    /// <summary>The write.</summary>
    public TableWrite Write { get; }

    /// <summary>The item as it was found; null when there was none.</summary>
    public TableItem? Item { get; }
}
