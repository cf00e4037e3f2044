using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Services.StepFunctions.Operations;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.StepFunctions.Wire;

/// <summary>Step Functions over HTTP: AWS JSON 1.0, the operation in a header.</summary>
internal sealed class StepFunctionsEndpoint(StepFunctionsService service) : IAwsService
{
    /// <summary>What the largest definition needs when every character is escaped.</summary>
    private const long MaximumRequestSize = 8 * 1024 * 1024;

    private static readonly JsonWriterOptions s_writer = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions s_reader = new() { MaxDepth = 64 };

    public string SigningName => "states";

    public string TargetPrefix => "AWSStepFunctions";

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.ContentType = "application/x-amz-json-1.0";
        http.Response.Headers["x-amzn-RequestId"] = RandomId.New().ToString("D");
        try
        {
            var target = http.Request.Headers[ServiceSelector.TargetHeader].ToString();
            var operation = StepFunctionsOperations.Find(target.AsSpan(target.IndexOf('.', StringComparison.Ordinal) + 1));
            using var request = await ReadAsync(http).ConfigureAwait(false);
            await AnswerAsync(http, operation, new JsonInput(request.RootElement)).ConfigureAwait(false);
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

    // The document refers to the bytes that it was parsed of, and the pipe takes back its own.
    private static async Task<JsonDocument> ReadAsync(HttpContext http)
    {
        var body = await RequestBody.ReadAsync(http.Request, MaximumRequestSize, http.RequestAborted).ConfigureAwait(false);
        try
        {
            var request = JsonDocument.Parse(body.IsEmpty ? "{}"u8.ToArray() : body.ToArray(), s_reader);
            return request.RootElement.ValueKind == JsonValueKind.Object ? request : throw new JsonException();
        }
        catch (JsonException)
        {
            throw StepFunctionsErrors.Serialization("The request body is not the JSON that this operation takes.");
        }
        finally
        {
            http.Request.BodyReader.AdvanceTo(body.End);
        }
    }

    // Every operation answers only once it has nothing to refuse any more.
    private async Task AnswerAsync(HttpContext http, IStepFunctionsOperation operation, JsonInput input)
    {
        var json = new Utf8JsonWriter(http.Response.BodyWriter, s_writer);
        await using var _ = json.ConfigureAwait(false);
        json.WriteStartObject();
        try
        {
            await operation.RunAsync(new StepFunctionsCall(service, input, json, http.RequestAborted)).ConfigureAwait(false);
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
        using var json = new Utf8JsonWriter(response.BodyWriter, s_writer);
        json.WriteStartObject();
        json.WriteString("__type", $"{Namespace(error.Code)}#{error.Code}");
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }

    // Errors that the model of Step Functions does not have come from the framework below it.
    private static string Namespace(string code) => code switch
    {
        "ValidationException" => "com.amazon.coral.validate",
        "SerializationException" or "UnknownOperationException" or "RequestEntityTooLarge" => "com.amazon.coral.service",
        _ => "com.amazonaws.swf.service.v2.model",
    };
}
