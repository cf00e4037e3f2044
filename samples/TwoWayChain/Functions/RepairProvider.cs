using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.Aws;
using Patterns.Tables;

namespace TwoWayChain.Functions;

/// <summary>Has a provider take cancellations again, and has the trips go on that were stuck. It stands for whoever the alarm has called.</summary>
public sealed class RepairProvider
{
    private readonly ITable _bookings = Table.From(Environment.GetEnvironmentVariable("BOOKINGS_TABLE")!);

    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var deadline = HttpExchange.Deadline(context);
        await _bookings.PutAsync(new TableItem(new TableKey("repaired", request.PathParameters["provider"])), deadline.Token);
        var stuck = await Trips.Log.FindStuckAsync(100, deadline.Token);
        foreach (var trip in stuck)
        {
            await Trips.Log.ResumeAsync(trip, deadline.Token);
        }

        return HttpExchange.Reply(200, "application/json", $$"""{"resumed":{{stuck.Count}}}""");
    }
}
