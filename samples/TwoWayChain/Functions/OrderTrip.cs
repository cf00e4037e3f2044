using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.TwoWayChain;

namespace TwoWayChain.Functions;

/// <summary>Takes an order over HTTP, and says where its answer will be. Sent again, it asks again.</summary>
public sealed class OrderTrip
{
    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (HttpExchange.Read(request, Json.Default.TripOrder) is not { IsValid: true } order)
        {
            return HttpExchange.Refuse(400, "This is no order: id, traveller, price, waitSeconds, bookWithinSeconds, by and troubles are needed.");
        }

        using var deadline = HttpExchange.Deadline(context);
        try
        {
            var status = await TripRequests.Log.SendAsync(order.Id, order, deadline.Token, TimeSpan.FromSeconds(order.WaitSeconds));
            return HttpExchange.Reply(PollResponse.Of(status, HttpExchange.StatusUrl(order.Id), Json.Default.Trip));
        }
        catch (RequestConflictException)
        {
            return HttpExchange.Refuse(409, "There is another order with this id.");
        }
    }
}
