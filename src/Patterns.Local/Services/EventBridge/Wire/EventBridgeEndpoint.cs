using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.EventBridge.Wire;

/// <summary>EventBridge over HTTP: AWS JSON 1.1, the operation in a header.</summary>
internal sealed class EventBridgeEndpoint(EventBridgeService service) : IAwsService
{
    /// <summary>The largest request of events when every character is escaped, with room to spare.</summary>
    private const long MaximumRequestSize = EventBridgeLimits.RequestBytes * 8L;

    private const string ContentType = "application/x-amz-json-1.1";

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string SigningName => "events";

    public string TargetPrefix => "AWSEvents";

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.ContentType = ContentType;
        http.Response.Headers["x-amzn-RequestId"] = RandomId.New().ToString("D");
        try
        {
            var target = http.Request.Headers[ServiceSelector.TargetHeader].ToString();
            var operation = EventBridgeOperations.Find(target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            Answer(http.Response, operation, await ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false));
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
        var body = await RequestBody.ReadAsync(request, MaximumRequestSize, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonMembers.Parse(body);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private void Answer(HttpResponse response, Action<EventBridgeCall> operation, JsonMembers input)
    {
        using var json = new Utf8JsonWriter(response.BodyWriter, s_options);
        json.WriteStartObject();
        try
        {
            operation(new EventBridgeCall(service, input, json));
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
        using var json = new Utf8JsonWriter(response.BodyWriter, s_options);
        json.WriteStartObject();
        json.WriteString("__type", error.Code);
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }
}
