namespace EventDriven.Functions.Events;

/// <summary>An asset has a new value: what the asset service promises to everybody.</summary>
/// <remarks>
/// Members may be added, and nobody who reads the others notices. One that goes, or comes to mean something else, makes a new type,
/// <c>asset.updated.v2</c>, which is published beside this one until nobody reads it any more.
/// </remarks>
/// <param name="Id">The asset.</param>
/// <param name="Version">Which version of the asset it is; each is 1 above the one before.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Value">What it is worth now.</param>
public sealed record AssetUpdated(string Id, int Version, string Owner, decimal Value)
{
    public const string Type = "asset.updated.v1";
    public const string Source = "/assets";
}
