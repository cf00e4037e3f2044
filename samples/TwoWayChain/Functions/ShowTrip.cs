using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.TwoWayChain;

namespace TwoWayChain.Functions;

/// <summary>Tells a traveller how the order stands.</summary>
public sealed class ShowTrip
{
    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var deadline = HttpExchange.Deadline(context);
        var id = Uri.UnescapeDataString(request.PathParameters["id"]);
        var status = await TripRequests.Log.FindAsync(id, deadline.Token);
        return HttpExchange.Reply(PollResponse.Of(status, HttpExchange.StatusUrl(id), Json.Default.Trip));
    }
}
