using System.Text;
using System.Text.Json;

namespace Patterns.Local.Services.Lambda.Operations;

/// <summary>What comes with an invocation, as the service accepts it.</summary>
internal static class InvokePayload
{
    private static readonly ReadOnlyMemory<byte> s_empty = "{}"u8.ToArray();

    /// <summary>The payload, which must be JSON; nothing stands for an empty object.</summary>
    /// <exception cref="AwsException"><c>InvalidRequestContentException</c>.</exception>
    public static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return s_empty;
        }

        try
        {
            var json = new Utf8JsonReader(payload.Span);
            while (json.Read())
            {
            }

            return payload;
        }
        catch (JsonException exception)
        {
            throw LambdaErrors.InvalidRequestContent($"Could not parse request body into json: {exception.Message}");
        }
    }

    /// <summary>The client context as JSON; the header has it in Base64.</summary>
    public static string? ClientContext(string? header)
    {
        if (header is null)
        {
            return null;
        }

        var bytes = new byte[header.Length];
        return Convert.TryFromBase64String(header, bytes, out var written)
            ? Encoding.UTF8.GetString(bytes.AsSpan(0, written))
            : throw LambdaErrors.InvalidRequestContent("Client context must be a valid Base64-encoded JSON object.");
    }
}
