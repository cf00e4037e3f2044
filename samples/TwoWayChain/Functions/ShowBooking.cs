using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace TwoWayChain.Functions;

/// <summary>Tells the agency how the booking of a trip stands, also after the traveller has been answered.</summary>
public sealed class ShowBooking
{
    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        var id = Uri.UnescapeDataString(request.PathParameters["id"]);
        if (!TripOrder.IsId(id))
        {
            return HttpExchange.Refuse(404, "There is no such booking.");
        }

        using var deadline = HttpExchange.Deadline(context);
        var state = await Trips.Log.FindAsync(id, deadline.Token) is { } status
            ? new BookingState(status.Phase.ToString(), status.Outcome?.ToString(), status.Answer?.ToString(), status.Step, status.Error)
            : BookingState.Of(await Trips.Machine.FindAsync(id, deadline.Token));
        return state is null
            ? HttpExchange.Refuse(404, "There is no such booking.")
            : HttpExchange.Reply(200, "application/json", JsonSerializer.Serialize(state, Json.Default.BookingState));
    }
}
