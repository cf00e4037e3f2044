using Patterns.Tables;

namespace EventDriven.Functions.Portfolio;

/// <summary>An asset in a portfolio, as of the newest version that was heard of.</summary>
public sealed record Holding(string AssetId, decimal Value, int Version)
{
    private const string Prefix = "asset#";

    public static TableKey KeyOf(string owner, string assetId) => new(owner, Prefix + assetId);

    public static Holding Of(TableItem item) =>
        new(item.Key.Sort[Prefix.Length..], item["value"]!.GetDecimal(), (int)item["version"]!.GetInt64());
}
