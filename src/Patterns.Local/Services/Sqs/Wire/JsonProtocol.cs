using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services.Sqs.Operations;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>AWS JSON 1.0: the operation in a header, parameters and answer as JSON objects.</summary>
internal sealed class JsonProtocol(SqsService service)
{
    private const string ContentType = "application/x-amz-json-1.0";

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task HandleAsync(HttpContext http, string target, CancellationToken cancellationToken)
    {
        http.Response.ContentType = ContentType;
        try
        {
            var operation = SqsOperations.Find(target.AsSpan(target.IndexOf('.', StringComparison.Ordinal) + 1));
            var input = await ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
            await AnswerAsync(http, operation, input, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsException error)
        {
            WriteError(http.Response, error);
        }
    }

    private static async ValueTask<SqsInput> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, SqsEndpoint.MaximumRequestSize, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonInput.Read(body);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private async Task AnswerAsync(HttpContext http, ISqsOperation operation, SqsInput input, CancellationToken cancellationToken)
    {
        var json = new Utf8JsonWriter(http.Response.BodyWriter, Options);
        await using var _ = json.ConfigureAwait(false);
        json.WriteStartObject();
        try
        {
            await operation.RunAsync(new SqsCall(service, input, new JsonAnswer(json), cancellationToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The runner stops: a long poll answers that there is nothing.
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
        response.Headers["x-amzn-query-error"] = $"{error.QueryCode};{(error.IsSenderFault ? "Sender" : "Receiver")}";
        using var json = new Utf8JsonWriter(response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteString("__type", $"{Namespace(error.Code)}#{error.Code}");
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }

    // Errors that the model of SQS does not have come from the framework below it.
    private static string Namespace(string code) => code switch
    {
        "InvalidParameterValueException" or "MissingRequiredParameterException" or "UnknownOperationException"
            or "SerializationException" or "RequestEntityTooLarge" => "com.amazon.coral.service",
        _ => "com.amazonaws.sqs",
    };
}
