using Amazon.Lambda.APIGatewayEvents;
using EventDriven.Functions.Http;
using Patterns.Tables;

namespace EventDriven.Functions.Insurance;

/// <summary>Updates an insurance, and is done.</summary>
public sealed class UpdateInsurance() : UpdateFunction<Policy>(Json.Default.Policy)
{
    protected override TableItem? ItemOf(string id, Policy state) => state.ToItem(id);

    protected override Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(Saved saved, CancellationToken cancellationToken) =>
        Task.FromResult(Ok(saved, Json.Default.Saved));
}
