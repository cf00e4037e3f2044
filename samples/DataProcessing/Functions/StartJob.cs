using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.Aws;
using Patterns.FanIn;
using Patterns.Outbound;

namespace DataProcessing.Functions;

/// <summary>
/// Puts a job into the splitter's queue. A job that is sent again while it runs goes there again, which changes nothing; one that
/// has ended is done.
/// </summary>
public sealed class StartJob
{
    private readonly Library _library = Library.FromEnvironment();
    private readonly OutboundWriter _jobs = new(Destination.From(Environment.GetEnvironmentVariable("JOB_QUEUE")!));

    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (HttpExchange.Read(request, Json.Default.Job) is not { IsValid: true } job)
        {
            return HttpExchange.Refuse(400, "This is no job: id, linesPerPart and documents are needed.");
        }

        using var deadline = HttpExchange.Deadline(context);
        if (await _library.FindMissingAsync(job.Documents, deadline.Token) is { } missing)
        {
            return HttpExchange.Refuse(409, $"{missing.Name} is not in the library; store it first.");
        }

        if (!await Jobs.TryNoteAsync(job, deadline.Token))
        {
            return HttpExchange.Refuse(409, $"There is another job {job.Id}; give this one an id of its own.");
        }

        return await StartAsync(job, deadline.Token);
    }

    private async Task<APIGatewayHttpApiV2ProxyResponse> StartAsync(Job job, CancellationToken cancellationToken)
    {
        var known = await Jobs.Store.FindAsync(job.Id, cancellationToken);
        if (known is { State: not FanInState.Open })
        {
            return HttpExchange.Reply(200, ShowJob.StateOf(known), Json.Default.JobState);
        }

        await _jobs.SendAsync([Envelope.Json(job.Id, job, Json.Default.Job, "job.started")], cancellationToken);
        return HttpExchange.Reply(202, new JobState(job.Id, "Accepted", known?.PartCount ?? 0, known?.Expected), Json.Default.JobState);
    }
}
