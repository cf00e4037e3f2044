using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Scheduler.Wire;

/// <summary>EventBridge Scheduler over HTTP: REST paths with JSON bodies.</summary>
internal sealed class SchedulerEndpoint(SchedulerService service) : IAwsService
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string SigningName => "scheduler";

    public string? TargetPrefix => null;

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        http.Response.Headers["x-amzn-RequestId"] = RandomId.New().ToString("D");
        try
        {
            var (operation, name) = SchedulerRoutes.Find(http.Request.Method, http.Request.Path.Value ?? "/");
            Answer(http, operation, name, await ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false));
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

    private static async ValueTask<JsonMembers> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, SchedulerLimits.RequestBytes, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonMembers.Parse(body);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private void Answer(HttpContext http, Action<SchedulerCall> operation, string name, JsonMembers input)
    {
        using var json = new Utf8JsonWriter(http.Response.BodyWriter, s_options);
        json.WriteStartObject();
        try
        {
            operation(new SchedulerCall(service, http.Request.Query, name, input, json));
        }
        catch
        {
            json.Reset(Stream.Null);
            throw;
        }

        json.WriteEndObject();
    }

    private static void WriteError(HttpResponse response, AwsException error)
    {
        response.StatusCode = error.Status;
        response.Headers["x-amzn-ErrorType"] = error.Code;
        using var json = new Utf8JsonWriter(response.BodyWriter, s_options);
        json.WriteStartObject();
        json.WriteString("Message", error.Message);
        json.WriteEndObject();
    }
}
