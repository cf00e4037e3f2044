namespace EventDriven.Functions.Assets;

/// <summary>An asset in the table's stream. Nobody but this service knows what its items look like.</summary>
/// <param name="Pk">The asset's id.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Value">What it is worth.</param>
/// <param name="Version">Which version it is.</param>
public sealed record AssetRow(string Pk, string Owner, decimal Value, int Version);
