using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Services.Kinesis.Operations;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>Kinesis over HTTP: AWS JSON 1.1, the operation in a header.</summary>
internal sealed class KinesisEndpoint(KinesisService service) : IAwsService
{
    private const string ContentType = "application/x-amz-json-1.1";

    /// <summary>A full PutRecords in Base64, with room for keys and names.</summary>
    private const long MaximumRequestSize = 16 * 1024 * 1024;

    private static readonly JsonWriterOptions s_options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string SigningName => "kinesis";

    public string TargetPrefix => "Kinesis_20131202";

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers["x-amzn-RequestId"] = RandomId.New().ToString("D");
        http.Response.ContentType = ContentType;
        try
        {
            if (CborRefusal.IsCbor(http.Request))
            {
                CborRefusal.Write(http.Response);
                return;
            }

            var operation = KinesisOperations.Find(OperationIn(http.Request));
            using var body = await ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
            Answer(http.Response, operation, body.RootElement);
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

    private static string OperationIn(HttpRequest request)
    {
        var target = request.Headers[ServiceSelector.TargetHeader].ToString();
        return target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..];
    }

    // The tree refers to the body's memory, which the pipe takes back.
    private static async ValueTask<JsonDocument> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, MaximumRequestSize, cancellationToken).ConfigureAwait(false);
        try
        {
            return Parse(body.ToArray());
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new JsonException();
        }
        catch (JsonException)
        {
            throw KinesisErrors.Serialization("The request body is not the JSON object that this operation takes.");
        }
    }

    private void Answer(HttpResponse response, Action<KinesisCall> operation, JsonElement body)
    {
        using var json = new Utf8JsonWriter(response.BodyWriter, s_options);
        json.WriteStartObject();
        try
        {
            operation(new KinesisCall(service, new KinesisInput(body), json));
        }
        catch (Exception error)
        {
            json.Reset(Stream.Null);
            throw IsMalformedText(error) ? KinesisErrors.Serialization("A text in the request is no UTF-16.") : error;
        }

        json.WriteEndObject();
    }

    private static bool IsMalformedText(Exception error) =>
        error is InvalidOperationException && error.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

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
