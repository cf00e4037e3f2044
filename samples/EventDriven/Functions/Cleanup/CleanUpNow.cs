using Amazon.Lambda.APIGatewayEvents;
using EventDriven.Functions.Http;
using Patterns.Idempotency;

namespace EventDriven.Functions.Cleanup;

/// <summary>Cleans up while the caller waits, as the direct variant wants it. A caller who asks again has it done once.</summary>
public sealed class CleanUpNow : HttpFunction
{
    private readonly PaperArchive _archive = new();
    private readonly IdempotentCall _once;

    public CleanUpNow() => _once = new IdempotentCall(_archive.Table, new IdempotencyOptions { Scope = "cleanups", Lease = TimeSpan.FromSeconds(2), ChecksPayload = false });

    protected override async Task<APIGatewayHttpApiV2ProxyResponse> RunAsync(APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        if (Read(request, Json.Default.CleanUpRequest) is not { IsValid: true } what)
        {
            return Problem(400, "A kind, an id and a version are needed.");
        }

        var result = await _once.RunAsync(
            $"{what.Kind}/{what.Id}/{what.Version}",
            payload: default,
            Json.Default.CleanUpRequest,
            async call =>
            {
                await _archive.CheckSwitchAsync(call.CancellationToken);
                call.Enlist(PaperArchive.FileAway(what.Kind, what.Id, what.Version));
                return what;
            },
            cancellationToken);
        return Ok(result.Value, Json.Default.CleanUpRequest);
    }
}
