using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.FanOut;
using Patterns.Outbound;
using Patterns.Tables;

namespace Snippets;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TableChange<AssetRow>))]
[JsonSerializable(typeof(AssetUpdated))]
[JsonSerializable(typeof(AssetValue))]
internal sealed partial class FinanceJson : JsonSerializerContext;

// snippet: event-driven-publisher
public sealed record AssetRow(string Pk, string Owner, decimal Value, int Version); // the item: this service's own affair

public sealed record AssetUpdated(string Id, int Version, string Owner, decimal Value); // the event: a promise

public sealed class RelayAssets() : ChangeRelayHandler<AssetRow>(
    FinanceJson.Default.TableChangeAssetRow,
    new FanOutOptions<Envelope> { Routes = [new FanOutRoute<Envelope>(Destination.From(Environment.GetEnvironmentVariable("BUS")!))] },
    new RecordHandlerOptions { PartitionKeyName = "pk" })
{
    protected override IEnumerable<Envelope> Map(TableChange<AssetRow> change, RecordContext context)
    {
        if (change.New is not { } asset)
        {
            return [];
        }

        var message = new AssetUpdated(asset.Pk, asset.Version, asset.Owner, asset.Value);
        var envelope = Envelope.Json($"asset.updated.v1/{asset.Pk}/{asset.Version}", message, FinanceJson.Default.AssetUpdated, "asset.updated.v1");
        return [(envelope with { Source = "/assets", Subject = asset.Pk }).CausedBy(context)];
    }
}
// end

// snippet: event-driven-subscriber
public sealed record AssetValue(string Id, int Version, string Owner, decimal Value); // what the portfolio reads of the event

public sealed class FollowAssets(ITable portfolios, IDestination rejected) : RecordHandler<AssetValue>(
    FinanceJson.Default.AssetValue,
    new RecordHandlerOptions { FailureDestination = rejected })
{
    protected override async ValueTask HandleAsync(AssetValue asset, RecordContext context)
    {
        // An older version that comes late, or one that comes again, changes nothing.
        var newer = new TableUpdate(new TableKey(asset.Owner, $"asset#{asset.Id}"))
        {
            Condition = TableCondition.ItemMissing | TableCondition.Less("version", asset.Version),
        };
        await portfolios.WriteAsync(newer.Set("value", asset.Value).Set("version", asset.Version), context.CancellationToken);
    }
}
// end
