using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Services;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Replays;

/// <summary>Takes <c>patterns redrive</c> from the command line: <c>{"queue":"…","function":"…"}</c>.</summary>
internal sealed class RedriveEndpoint(StreamRedrive redrive, ResourceLookup lookup) : ILocalEndpoint
{
    public const string Path = "/_patterns/redrive";

    private const string ContentType = "application/json";
    private const long MaximumRequestSize = 16 * 1024;

    // A page in a browser cannot send this content type to another origin without being asked.
    public bool Answers(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value == Path && request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.ContentType = ContentType;
        try
        {
            var (queue, function) = await ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
            var result = await redrive.RunAsync(lookup.Queue(queue), function is null ? null : lookup.Function(function), http.RequestAborted).ConfigureAwait(false);
            using var json = new Utf8JsonWriter(http.Response.BodyWriter);
            RedriveJson.Write(json, result);
        }
        catch (AwsException error)
        {
            http.Response.StatusCode = error.Status;
            using var json = new Utf8JsonWriter(http.Response.BodyWriter);
            json.WriteStartObject();
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The command was interrupted: there is nobody to answer.
        }
    }

    private static async Task<(string Queue, string? Function)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, MaximumRequestSize, cancellationToken).ConfigureAwait(false);
        var bytes = body.ToArray();
        request.BodyReader.AdvanceTo(body.End);
        try
        {
            var json = JsonElement.Parse(bytes);
            return (json.GetProperty("queue").GetString()!, json.TryGetProperty("function", out var function) ? function.GetString() : null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new AwsException("ValidationException", "The request must be a JSON object with the member 'queue'.");
        }
    }
}
