using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>SQS over HTTP, in the JSON and in the Query protocol.</summary>
/// <param name="service">The queues.</param>
/// <param name="stopping">Ends long polls with an empty answer, so that the runner need not wait for them.</param>
internal sealed class SqsEndpoint(SqsService service, CancellationToken stopping = default) : IAwsService
{
    /// <summary>What the longest allowed batch needs when every character is escaped, with room to spare.</summary>
    internal const long MaximumRequestSize = 16 * 1024 * 1024;

    private readonly JsonProtocol _json = new(service);
    private readonly QueryProtocol _query = new(service);

    public string SigningName => "sqs";

    public string TargetPrefix => "AmazonSQS";

    public async Task HandleAsync(HttpContext http)
    {
        var requestId = RandomId.New().ToString("D");
        http.Response.Headers["x-amzn-RequestId"] = requestId;
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            if (http.Request.Headers.TryGetValue("X-Amz-Target", out var target))
            {
                await _json.HandleAsync(http, target.ToString(), cancellation.Token).ConfigureAwait(false);
            }
            else
            {
                await _query.HandleAsync(http, requestId, cancellation.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client is gone: there is nobody to answer.
        }
    }
}
