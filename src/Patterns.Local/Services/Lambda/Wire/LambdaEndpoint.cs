using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Functions;
using Patterns.Local.Gateway;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Lambda.Wire;

/// <summary>Lambda over HTTP: REST paths with JSON bodies.</summary>
internal sealed class LambdaEndpoint(LambdaService service) : IAwsService
{
    /// <summary>Above the limit of events, so that the service can say by how much one is too large.</summary>
    private const long MaximumRequestSize = (long)PayloadLimits.SyncRequestBytes * 5;

    public string SigningName => "lambda";

    public string? TargetPrefix => null;

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString("D");
        try
        {
            var (operation, resource) = LambdaRoutes.Find(http.Request.Method, http.Request.Path.Value ?? "/");
            var body = await ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
            await operation(new LambdaCall(service, http, resource, body)).ConfigureAwait(false);
        }
        catch (AwsException error)
        {
            WriteError(http.Response, error);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client is gone: there is nobody to answer.
        }
    }

    // An event outlives the request, so that it cannot stay in the request's buffers.
    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, MaximumRequestSize, cancellationToken).ConfigureAwait(false);
        var copy = body.ToArray();
        request.BodyReader.AdvanceTo(body.End);
        return copy;
    }

    private static void WriteError(HttpResponse response, AwsException error)
    {
        response.StatusCode = error.Status;
        response.ContentType = "application/json";
        response.Headers["X-Amzn-Errortype"] = error.Code;
        using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        if (error.Reason is not null)
        {
            json.WriteString("Reason", error.Reason);
        }

        json.WriteString("Type", error.IsSenderFault ? "User" : "Service");
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }
}
