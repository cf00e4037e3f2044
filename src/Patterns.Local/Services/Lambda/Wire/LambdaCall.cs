using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services.Lambda.Operations;

namespace Patterns.Local.Services.Lambda.Wire;

/// <summary>One request to the service: what the path names, what the body says, and the answer.</summary>
/// <param name="Service">The functions.</param>
/// <param name="Http">The request.</param>
/// <param name="Resource">The part of the path that names the function or mapping; empty when there is none.</param>
/// <param name="Body">The whole body.</param>
internal sealed record LambdaCall(LambdaService Service, HttpContext Http, string Resource, ReadOnlyMemory<byte> Body)
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public CancellationToken Aborted => Http.RequestAborted;

    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public string? Header(string name) => Http.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The function that the path names, with the qualifier of the query.</summary>
    public FunctionReference Reference() => FunctionReference.Parse(Resource, Query("Qualifier"));

    public RegisteredFunction Function() => Service.Functions.Find(Reference());

    /// <summary>The body as a JSON object.</summary>
    /// <exception cref="AwsException">It is none.</exception>
    public LambdaInput Input()
    {
        if (Body.IsEmpty)
        {
            return new LambdaInput(default);
        }

        try
        {
            var root = JsonElement.Parse(Body.Span);
            return root.ValueKind == JsonValueKind.Object ? new LambdaInput(root) : throw new JsonException("The body is no object.");
        }
        catch (JsonException exception)
        {
            throw LambdaErrors.InvalidRequestContent($"Could not parse request body into json: {exception.Message}");
        }
    }

    public Task AnswerAsync(int status, Action<Utf8JsonWriter> write)
    {
        Http.Response.StatusCode = status;
        Http.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(Http.Response.BodyWriter, s_options);
        write(json);
        return Task.CompletedTask;
    }

    public Task AnswerNothingAsync(int status)
    {
        Http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>The items of one page, and the marker of the next; the query says which page.</summary>
    public (IReadOnlyList<T> Items, string? NextMarker) Page<T>(IReadOnlyList<T> all, int defaultSize)
    {
        var start = int.TryParse(Query("Marker"), NumberStyles.None, CultureInfo.InvariantCulture, out var marker) ? Math.Min(marker, all.Count) : 0;
        var size = int.TryParse(Query("MaxItems"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : defaultSize;
        var end = Math.Min(all.Count, start + size);
        return ([.. all.Skip(start).Take(end - start)], end < all.Count ? end.ToString(CultureInfo.InvariantCulture) : null);
    }
}
