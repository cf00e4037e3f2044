using Amazon.Lambda.APIGatewayEvents;
using EventDriven.Functions.Http;
using Patterns.Tables;

namespace EventDriven.Functions.Assets;

/// <summary>Updates an asset, and is done. Who else has to know of it learns it from the bus, and this function does not know who that is.</summary>
public sealed class UpdateAsset() : UpdateFunction<Asset>(Json.Default.Asset)
{
    protected override TableItem? ItemOf(string id, Asset state) => state.ToItem(id);

    protected override Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(Saved saved, CancellationToken cancellationToken) =>
        Task.FromResult(Ok(saved, Json.Default.Saved));
}
