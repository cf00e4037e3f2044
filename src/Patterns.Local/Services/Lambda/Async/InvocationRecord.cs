using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Patterns.Local.Functions;

namespace Patterns.Local.Services.Lambda.Async;

/// <summary>The JSON that destinations get about an asynchronous event.</summary>
internal static class InvocationRecord
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="item">The event.</param>
    /// <param name="condition">How it ended.</param>
    /// <param name="result">The last attempt's result; null when the function never ran.</param>
    /// <param name="now">The time of the record.</param>
    public static string Write(AsyncEvent item, string condition, InvocationResult? result, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0");
            json.WriteString("timestamp", now.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            WriteRequest(json, item, condition);
            if (result is not null)
            {
                WriteResponse(json, result);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRequest(Utf8JsonWriter json, AsyncEvent item, string condition)
    {
        json.WriteStartObject("requestContext");
        json.WriteString("requestId", item.RequestId);
        json.WriteString("functionArn", $"{item.Function.Arn}:{InvocationResult.Latest}");
        json.WriteString("condition", condition);
        json.WriteNumber("approximateInvokeCount", item.Attempts);
        json.WriteEndObject();
        WritePayload(json, "requestPayload", item.Payload);
    }

    private static void WriteResponse(Utf8JsonWriter json, InvocationResult result)
    {
        json.WriteStartObject("responseContext");
        json.WriteNumber("statusCode", 200);
        json.WriteString("executedVersion", result.ExecutedVersion);
        if (result.FunctionError is not null)
        {
            json.WriteString("functionError", result.FunctionError);
        }

        json.WriteEndObject();
        WritePayload(json, "responsePayload", result.Payload);
    }

    // A function may return nothing, or text that is no JSON.
    private static void WritePayload(Utf8JsonWriter json, string name, ReadOnlyMemory<byte> payload)
    {
        json.WritePropertyName(name);
        if (payload.IsEmpty)
        {
            json.WriteNullValue();
        }
        else if (IsJson(payload.Span))
        {
            json.WriteRawValue(payload.Span, skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(Encoding.UTF8.GetString(payload.Span));
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
