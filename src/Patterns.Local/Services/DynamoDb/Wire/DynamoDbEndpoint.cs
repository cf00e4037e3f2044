using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Services.DynamoDb.Operations;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.DynamoDb.Wire;

/// <summary>DynamoDB over HTTP: AWS JSON 1.0, the operation in a header.</summary>
internal sealed class DynamoDbEndpoint(DynamoDbService service) : IAwsService
{
    /// <summary>The largest request that the service takes.</summary>
    private const long MaximumRequestSize = 16 * 1024 * 1024;

    public string SigningName => "dynamodb";

    public string TargetPrefix => "DynamoDB_20120810";

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.ContentType = JsonAnswer.ContentType;
        http.Response.Headers["x-amzn-RequestId"] = RandomId.New().ToString("D");
        try
        {
            var operation = DynamoDbOperations.Find(OperationIn(http.Request));
            var body = await RequestBody.ReadAsync(http.Request, MaximumRequestSize, http.RequestAborted).ConfigureAwait(false);
            try
            {
                Answer(http.Response, operation, body);
            }
            finally
            {
                http.Request.BodyReader.AdvanceTo(body.End);
            }
        }
        catch (AwsException error)
        {
            JsonAnswer.WriteError(http.Response, error);
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

    private void Answer(HttpResponse response, IDynamoDbOperation operation, in ReadOnlySequence<byte> body)
    {
        using var json = JsonAnswer.Writer(response);
        json.WriteStartObject();
        try
        {
            operation.Run(new DynamoDbCall(service, body, json));
        }
        catch (Exception error)
        {
            json.Reset(Stream.Null);
            if (IsMalformed(error))
            {
                throw DynamoDbErrors.Serialization("The request body is not the JSON that this operation takes.");
            }

            throw;
        }

        json.WriteEndObject();
    }

    // The reader has no better exception for an escaped text that is no UTF-16.
    private static bool IsMalformed(Exception error) =>
        error is JsonException || (error is InvalidOperationException && error.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true);
}
