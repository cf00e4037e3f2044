using EventDriven.Functions.Http;
using Patterns.Tables;

namespace EventDriven.Functions.Assets;

/// <summary>What an owner says of an asset.</summary>
/// <param name="Owner">Whose it is; stays the same.</param>
/// <param name="Value">What it is worth.</param>
/// <param name="Version">Which version this makes: 1 for a new asset.</param>
public sealed record Asset(string Owner, decimal Value, int Version)
{
    private bool IsValid => Name.IsValid(Owner) && Value is >= 0 and < 1e12m && Version > 0;

    /// <summary>The asset as the service's table keeps it, or null when it cannot be right.</summary>
    public TableItem? ToItem(string id) => IsValid
        ? new TableItem(new TableKey(id, "state")) { ["owner"] = Owner, ["value"] = Value, ["version"] = (long)Version }
        : null;
}
