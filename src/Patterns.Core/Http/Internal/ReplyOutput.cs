using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Patterns.Http.Internal;

/// <summary>Writes replies as APIs take them from functions.</summary>
internal static class ReplyOutput
{
    /// <summary>What a function may return: 6 MiB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html, November 2026.</remarks>
    public const int MaxBytes = 6_291_456;

    // The API unpacks it again: what is dangerous in HTML need not be escaped here.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The reply, or what is said instead of one that is larger than a function may return; and the status of what is said.</summary>
    public static (Stream Output, int Status) Write(ApiReply reply, Func<ApiReply> tooLarge)
    {
        if (Write(reply) is { } output)
        {
            return (output, reply.StatusCode);
        }

        var instead = tooLarge();
        return (Write(instead)!, instead.StatusCode);
    }

    /// <summary>The reply; null when it is larger than a function may return.</summary>
    public static MemoryStream? Write(ApiReply reply)
    {
        // Escapes only add to it.
        if (reply.Body.Length > MaxBytes)
        {
            return null;
        }

        var stream = new MemoryStream(reply.Body.Length + 512);
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", reply.StatusCode);
            WriteHeaders(writer, reply);
            WriteBody(writer, reply);
            writer.WriteEndObject();
        }

        stream.Position = 0;
        return stream.Length <= MaxBytes ? stream : null;
    }

    private static void WriteHeaders(Utf8JsonWriter writer, ApiReply reply)
    {
        writer.WriteStartObject("headers");
        if (reply.ContentType is { } type)
        {
            writer.WriteString("content-type", type);
        }

        foreach (var (name, value) in reply.Headers)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter writer, ApiReply reply)
    {
        var isText = MediaTypes.IsText(MediaTypes.Of(reply.ContentType)) && Utf8.IsValid(reply.Body.Span);
        if (reply.Body.Length == 0 || isText)
        {
            writer.WriteString("body", reply.Body.Span);
            writer.WriteBoolean("isBase64Encoded", false);
        }
        else
        {
            writer.WriteBase64String("body", reply.Body.Span);
            writer.WriteBoolean("isBase64Encoded", true);
        }
    }
}
