using System.Runtime.InteropServices;
using System.Text.Json;

namespace Patterns.OneWayChain.Internal;

/// <summary>A CloudEvent in structured JSON form: https://github.com/cloudevents/spec, version 1.0.</summary>
internal sealed class StructuredEvent
{
    private readonly JsonElement _root;

    private StructuredEvent(JsonElement root) => _root = root;

    public string Id => Find("id")!;

    /// <summary>The data's bytes.</summary>
    public byte[] Data => _root.TryGetProperty("data", out var data)
        ? JsonMarshal.GetRawUtf8Value(data).ToArray()
        : _root.GetProperty("data_base64").GetBytesFromBase64();

    /// <summary>The event, or null for JSON that is none.</summary>
    public static StructuredEvent? TryRead(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var candidate = new StructuredEvent(json);
        var hasData = json.TryGetProperty("data", out _) || json.TryGetProperty("data_base64", out _);
        return hasData && candidate.Find("specversion") == "1.0" && candidate.Find("id") is { Length: > 0 } ? candidate : null;
    }

    /// <summary>An attribute's text, or null.</summary>
    public string? Find(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
