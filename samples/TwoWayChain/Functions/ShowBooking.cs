using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace TwoWayChain.Functions;

/// <summary>Tells the agency how the booking of a trip stands, also after the traveller has been answered.</summary>
public sealed class ShowBooking
{
    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var deadline = HttpExchange.Deadline(context);
        var status = await Trips.Log.FindAsync(Uri.UnescapeDataString(request.PathParameters["id"]), deadline.Token);
        if (status is null)
        {
            return HttpExchange.Refuse(404, "There is no such booking.");
        }

        var state = new BookingState(status.Phase.ToString(), status.Outcome?.ToString(), status.Answer?.ToString(), status.Step, status.Error);
        return HttpExchange.Reply(200, "application/json", JsonSerializer.Serialize(state, Json.Default.BookingState));
    }
}
