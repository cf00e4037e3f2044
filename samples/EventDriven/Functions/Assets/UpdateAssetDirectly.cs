using Amazon.Lambda.APIGatewayEvents;
using EventDriven.Functions.Cleanup;
using EventDriven.Functions.Http;
using Patterns.Tables;

namespace EventDriven.Functions.Assets;

/// <summary>Updates an asset, and has the cleanup service clean up while the client waits. Not to be copied: it is here to be compared.</summary>
public sealed class UpdateAssetDirectly() : UpdateFunction<Asset>(Json.Default.Asset)
{
    private readonly CleanupClient _cleanup = CleanupClient.FromEnvironment();

    protected override TableItem? ItemOf(string id, Asset state) => state.ToItem(id);

    protected override async Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(Saved saved, CancellationToken cancellationToken) =>
        await _cleanup.CleanUpAsync(new CleanUpRequest("asset", saved.Id, saved.Version), cancellationToken)
            ? Ok(saved, Json.Default.Saved)
            : Problem(502, "The cleanup service does not answer. The asset is saved all the same.");
}
