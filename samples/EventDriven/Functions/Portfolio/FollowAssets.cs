using Patterns;
using Patterns.Aws;
using Patterns.Tables;

namespace EventDriven.Functions.Portfolio;

/// <summary>Keeps the portfolios' own copy of what assets are worth.</summary>
/// <remarks>
/// The queue keeps no order, and delivers twice at times: the version decides. An event that is older than what is known changes
/// nothing, and neither does one that comes again, so that no memory of handled events is needed.
/// </remarks>
public sealed class FollowAssets() : RecordHandler<AssetValue>(Json.Default.AssetValue, new RecordHandlerOptions
{
    FailureDestination = Destination.From(Environment.GetEnvironmentVariable("REJECTED")!),
})
{
    private readonly ITable _table = Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    protected override async ValueTask HandleAsync(AssetValue asset, RecordContext context)
    {
        if (!asset.IsValid)
        {
            throw new NonRetryableException("An asset without id, owner or version is none.");
        }

        var newer = new TableUpdate(Holding.KeyOf(asset.Owner, asset.Id))
        {
            Condition = TableCondition.ItemMissing | TableCondition.Less("version", asset.Version),
        };
        await _table.WriteAsync(newer.Set("value", asset.Value).Set("version", asset.Version), context.CancellationToken);
    }
}
