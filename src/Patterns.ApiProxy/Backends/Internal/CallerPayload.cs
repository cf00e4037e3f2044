using System.Text.Json;
using Patterns.Http;

namespace Patterns.Backends.Internal;

/// <summary>What stands in a caller's token.</summary>
internal static class CallerPayload
{
    public static byte[] Write(Caller caller, string service, DateTimeOffset until)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("sub", caller.Id);
            writer.WriteString("aud", service);
            writer.WriteNumber("exp", until.ToUnixTimeSeconds());
            writer.WriteStartObject("claims");
            foreach (var (name, value) in caller.Claims)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Reads what was signed, so that its form is known.</summary>
    /// <returns>Null for what is for another service, or over.</returns>
    public static Caller? Read(byte[] payload, string service, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(payload);
        var root = document.RootElement;
        return root.GetProperty("aud").GetString() == service && now.ToUnixTimeSeconds() < root.GetProperty("exp").GetInt64()
            ? new Caller(
                root.GetProperty("sub").GetString()!,
                root.GetProperty("claims").EnumerateObject().ToDictionary(claim => claim.Name, claim => claim.Value.GetString()!))
            : null;
    }
}
