using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Functions.Runtime;

/// <summary>The JSON in which errors of functions are told.</summary>
internal static class ErrorPayload
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(string type, string message)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("errorType", type);
            json.WriteString("errorMessage", message);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static string? ReadType(ReadOnlySpan<byte> payload) => Read(payload, "errorType"u8);

    public static string? ReadMessage(ReadOnlySpan<byte> payload) => Read(payload, "errorMessage"u8);

    private static string? Read(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> name)
    {
        try
        {
            var json = new Utf8JsonReader(UnicodeJson.Of(payload) ?? payload);
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1 && json.ValueTextEquals(name))
                {
                    return json.Read() && json.TokenType == JsonTokenType.String ? json.GetString() : null;
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return null;
    }
}
