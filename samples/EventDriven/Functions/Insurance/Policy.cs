using EventDriven.Functions.Http;
using Patterns.Tables;

namespace EventDriven.Functions.Insurance;

/// <summary>What is agreed with an insured person.</summary>
/// <param name="Owner">Who is insured; stays the same.</param>
/// <param name="Premium">What it costs a month.</param>
/// <param name="Version">Which version this makes: 1 for a new insurance.</param>
public sealed record Policy(string Owner, decimal Premium, int Version)
{
    private bool IsValid => Name.IsValid(Owner) && Premium is >= 0 and < 1e9m && Version > 0;

    /// <summary>The policy as the service's table keeps it, or null when it cannot be right.</summary>
    public TableItem? ToItem(string id) => IsValid
        ? new TableItem(new TableKey(id, "policy")) { ["owner"] = Owner, ["premium"] = Premium, ["version"] = (long)Version }
        : null;
}
