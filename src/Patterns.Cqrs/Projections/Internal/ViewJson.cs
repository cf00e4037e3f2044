using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Internal;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PositionRow[]))]
internal sealed partial class ViewJson : JsonSerializerContext
{
    /// <summary>Nobody takes it for HTML: what needs no escape in JSON has none, so that keys take as little room as they can.</summary>
    public static ViewJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
