using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Services.Firehose.Operations;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Firehose.Wire;

/// <summary>Firehose over HTTP: AWS JSON 1.1, the operation in a header.</summary>
internal sealed class FirehoseEndpoint(FirehoseService service) : IAwsService
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string SigningName => "firehose";

    public string TargetPrefix => "Firehose_20150804";

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.ContentType = "application/x-amz-json-1.1";
        http.Response.Headers["x-amzn-RequestId"] = RandomId.New().ToString("D");
        try
        {
            var operation = FirehoseOperations.Find(OperationIn(http.Request));
            var body = await RequestBody.ReadAsync(http.Request, FirehoseLimits.RequestBytes, http.RequestAborted).ConfigureAwait(false);
            try
            {
                http.Response.BodyWriter.Write(Answer(operation, body).WrittenSpan);
            }
            finally
            {
                http.Request.BodyReader.AdvanceTo(body.End);
            }
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

    private static void WriteError(HttpResponse response, AwsException error)
    {
        response.StatusCode = error.Status;
        using var json = new Utf8JsonWriter(response.BodyWriter, s_options);
        json.WriteStartObject();
        json.WriteString("__type", error.Code);
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }

    private ArrayBufferWriter<byte> Answer(IFirehoseOperation operation, in ReadOnlySequence<byte> body)
    {
        using var request = Parse(body);
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output, s_options);
        json.WriteStartObject();
        operation.Run(new FirehoseCall(service, new FirehoseInput(request.RootElement), json));
        json.WriteEndObject();
        json.Flush();
        return output;
    }

    private static JsonDocument Parse(in ReadOnlySequence<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new JsonException();
        }
        catch (JsonException)
        {
            throw FirehoseErrors.Serialization("The request body is not the JSON that this operation takes.");
        }
    }
}
