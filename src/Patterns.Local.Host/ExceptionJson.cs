using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Patterns.Local.Host;

/// <summary>An exception in the form in which the .NET runtime of Lambda reports it.</summary>
internal static class ExceptionJson
{
    private const int MaxBytes = 256 * 1024;
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Exception exception)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            Write(json, exception);
        }

        return buffer.WrittenCount <= MaxBytes ? buffer.WrittenSpan.ToArray() : WriteTooLarge(exception);
    }

    private static void Write(Utf8JsonWriter json, Exception exception)
    {
        json.WriteStartObject();
        json.WriteString("errorType", exception.GetType().Name);
        json.WriteString("errorMessage", exception.Message);
        WriteStackTrace(json, exception.StackTrace);
        if (exception.InnerException is { } cause)
        {
            json.WritePropertyName("cause");
            Write(json, cause);
        }

        WriteCauses(json, exception);
        json.WriteEndObject();
    }

    private static void WriteStackTrace(Utf8JsonWriter json, string? stackTrace)
    {
        if (string.IsNullOrEmpty(stackTrace))
        {
            return;
        }

        json.WriteStartArray("stackTrace");
        foreach (var frame in stackTrace.AsSpan().EnumerateLines())
        {
            if (!frame.IsWhiteSpace())
            {
                json.WriteStringValue(frame.Trim());
            }
        }

        json.WriteEndArray();
    }

    private static void WriteCauses(Utf8JsonWriter json, Exception exception)
    {
        if (exception is not AggregateException aggregate)
        {
            return;
        }

        json.WriteStartArray("causes");
        foreach (var inner in aggregate.InnerExceptions)
        {
            Write(json, inner);
        }

        json.WriteEndArray();
    }

    private static byte[] WriteTooLarge(Exception exception)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("errorType", exception.GetType().Name);
            json.WriteString("errorMessage", "Exception exceeded maximum payload size of 256KB.");
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
