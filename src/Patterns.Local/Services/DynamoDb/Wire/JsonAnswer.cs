using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Services.DynamoDb.Wire;

/// <summary>How tables and their streams write answers and errors.</summary>
internal static class JsonAnswer
{
    public const string ContentType = "application/x-amz-json-1.0";

    private static readonly JsonWriterOptions s_options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A writer to the body; the caller disposes it.</summary>
    public static Utf8JsonWriter Writer(HttpResponse response) => new(response.BodyWriter, s_options);

    public static void WriteError(HttpResponse response, AwsException error)
    {
        response.StatusCode = error.Status;
        using var json = Writer(response);
        json.WriteStartObject();
        json.WriteString("__type", $"{Namespace(error.Code)}#{error.Code}");
        json.WriteString("message", error.Message);
        (error as DetailedException)?.WriteMembers(json);
        json.WriteEndObject();
    }

    // Errors that the model of DynamoDB does not have come from the framework below it.
    private static string Namespace(string code) => code switch
    {
        "ValidationException" => "com.amazon.coral.validate",
        "SerializationException" or "UnknownOperationException" or "RequestEntityTooLarge" => "com.amazon.coral.service",
        _ => "com.amazonaws.dynamodb.v20120810",
    };
}
