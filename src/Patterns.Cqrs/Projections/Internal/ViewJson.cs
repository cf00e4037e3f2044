using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Internal;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PositionRow[]))]
internal sealed partial class ViewJson : JsonSerializerContext;
