using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Internal;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RebuildRequest))]
[JsonSerializable(typeof(RebuildProgress))]
internal sealed partial class RebuildJson : JsonSerializerContext;
