using System.Text.Json.Serialization;

namespace StreamTransform.Functions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VisitorEvent))]
public sealed partial class Json : JsonSerializerContext;
