using System.Runtime.InteropServices;
using System.Text.Json;

namespace Patterns.OneWayChain.Internal;

/// <summary>
/// What Lambda sends to the destinations of an asynchronous invocation:
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html.
/// </summary>
internal sealed class InvocationRecord
{
    private readonly JsonElement _root;

    private InvocationRecord(JsonElement root, string requestId, string functionArn, string condition)
    {
        _root = root;
        RequestId = requestId;
        FunctionName = NameOf(functionArn);
        Condition = condition;
    }

    public string RequestId { get; }

    public string FunctionName { get; }

    /// <summary><c>Success</c>, <c>RetriesExhausted</c> or <c>EventAgeExceeded</c>.</summary>
    public string Condition { get; }

    public bool IsSuccess => Condition == "Success";

    public JsonElement Request => _root.GetProperty("requestPayload");

    /// <summary>What the function returned; of the kind undefined when it never ran.</summary>
    public JsonElement Response => _root.TryGetProperty("responsePayload", out var response) ? response : default;

    /// <summary>The payload that the function was invoked with.</summary>
    public byte[] RequestBytes => JsonMarshal.GetRawUtf8Value(Request).ToArray();

    /// <summary>The exception's type, as the runtime reports it; null where there was none.</summary>
    public string? ErrorType => FindInResponse("errorType");

    /// <summary>The exception's message, as the runtime reports it; null where there was none.</summary>
    public string? ErrorMessage => FindInResponse("errorMessage");

    /// <summary>The record, or null for a body that is none.</summary>
    public static InvocationRecord? TryRead(ReadOnlySpan<byte> body)
    {
        // A quick no for almost every message.
        if (body.IndexOf("\"requestPayload\""u8) < 0 || body.IndexOf("\"requestContext\""u8) < 0)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            return TryRead(JsonElement.ParseValue(ref reader));
        }
        catch (JsonException)
        {
            // The message's own decoder says what is wrong with it.
            return null;
        }
    }

    public static InvocationRecord? TryRead(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("requestPayload", out _)
            || !root.TryGetProperty("requestContext", out var context)
            || context.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return Text(context, "requestId") is { } requestId && Text(context, "functionArn") is { } functionArn && Text(context, "condition") is { } condition
            ? new InvocationRecord(root, requestId, functionArn, condition)
            : null;
    }

    /// <summary>The name in <c>arn:aws:lambda:region:account:function:name:qualifier</c>.</summary>
    private static string NameOf(string functionArn) => functionArn.Split(':') is [_, _, _, _, _, "function", var name, ..] ? name : functionArn;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private string? FindInResponse(string name) => Response.ValueKind == JsonValueKind.Object ? Text(Response, name) : null;
}
