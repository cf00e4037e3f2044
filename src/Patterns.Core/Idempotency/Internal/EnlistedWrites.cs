using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>What one attempt of a handler enlists, or the code around the attempts. Guarded by its claim.</summary>
/// <param name="number">Counts up: a later attempt has a higher one.</param>
internal sealed class EnlistedWrites(int number)
{
    private List<TableWrite>? _writes;

    public int Number => number;

    public bool HasFailed { get; set; }

    public IReadOnlyList<TableWrite> Writes => _writes ?? (IReadOnlyList<TableWrite>)[];

    public bool Contains(TableWrite write) =>
        _writes is not null && _writes.Exists(other => other.Key == write.Key && other.Table == write.Table);

    public void Add(TableWrite write) => (_writes ??= []).Add(write);
}
