using EventDriven.Functions.Events;
using Patterns;
using Patterns.Aws;
using Patterns.FanOut;
using Patterns.Outbound;

namespace EventDriven.Functions.Assets;

/// <summary>
/// Publishes what the table's stream tells of. The write is the event: there is no moment at which an asset is saved and its event
/// can be lost.
/// </summary>
public sealed class RelayAssets() : ChangeRelayHandler<AssetRow>(
    Json.Default.TableChangeAssetRow,
    new FanOutOptions<Envelope> { Routes = [new FanOutRoute<Envelope>(Destination.From(Environment.GetEnvironmentVariable("BUS")!))] },
    new RecordHandlerOptions { PartitionKeyName = "pk", FailureDestination = Destination.From(Environment.GetEnvironmentVariable("UNPUBLISHED")!) })
{
    protected override IEnumerable<Envelope> Map(TableChange<AssetRow> change, RecordContext context) =>
        change.New is { } asset ? [EventOf(asset).CausedBy(context)] : [];

    // The same change makes the same event with the same id, so that a receiver knows it when it comes twice.
    private static Envelope EventOf(AssetRow asset)
    {
        var message = new AssetUpdated(asset.Pk, asset.Version, asset.Owner, asset.Value);
        var envelope = Envelope.Json($"{AssetUpdated.Type}/{asset.Pk}/{asset.Version}", message, Json.Default.AssetUpdated, AssetUpdated.Type);
        return envelope with { Source = AssetUpdated.Source, Subject = asset.Pk };
    }
}
