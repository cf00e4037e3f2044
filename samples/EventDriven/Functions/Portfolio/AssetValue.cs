using EventDriven.Functions.Http;

namespace EventDriven.Functions.Portfolio;

/// <summary>What the portfolio reads of an <c>asset.updated.v1</c>. It is the portfolio's own type: no code is shared with the asset service.</summary>
public sealed record AssetValue(string Id, int Version, string Owner, decimal Value)
{
    public bool IsValid => Name.IsValid(Id) && Name.IsValid(Owner) && Version > 0;
}
