using Amazon.Lambda.APIGatewayEvents;
using EventDriven.Functions.Cleanup;
using EventDriven.Functions.Http;
using Patterns.Tables;

namespace EventDriven.Functions.Insurance;

/// <summary>Updates an insurance, and has the cleanup service clean up while the client waits. Not to be copied: it is here to be compared.</summary>
public sealed class UpdateInsuranceDirectly() : UpdateFunction<Policy>(Json.Default.Policy)
{
    private readonly CleanupClient _cleanup = CleanupClient.FromEnvironment();

    protected override TableItem? ItemOf(string id, Policy state) => state.ToItem(id);

    protected override async Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(Saved saved, CancellationToken cancellationToken) =>
        await _cleanup.CleanUpAsync(new CleanUpRequest("insurance", saved.Id, saved.Version), cancellationToken)
            ? Ok(saved, Json.Default.Saved)
            : Problem(502, "The cleanup service does not answer. The insurance is saved all the same.");
}
