using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.FanIn;

namespace DataProcessing.Functions;

/// <summary>Says how far a job is.</summary>
public sealed class ShowJob
{
    public static JobState StateOf(FanInStatus job) => new(job.CorrelationId, job.State.ToString(), job.PartCount, job.Expected);

    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var deadline = HttpExchange.Deadline(context);
        var id = Uri.UnescapeDataString(request.PathParameters["id"]);
        return await Jobs.Store.FindAsync(id, deadline.Token) is { } job
            ? HttpExchange.Reply(200, StateOf(job), Json.Default.JobState)
            : HttpExchange.Refuse(404, $"Nothing is known of a job {id}.");
    }
}
