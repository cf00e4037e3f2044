using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patterns.Local.Services.EventBridge.Inputs;

/// <summary>Writes JSON without white space, and text without more escapes than needed.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class InputJson : JsonSerializerContext
{
    public static InputJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = EventBridgeLimits.DetailDepth + 10,
    });
}
