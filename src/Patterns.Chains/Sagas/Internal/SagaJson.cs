using System.Text.Json.Serialization;

namespace Patterns.Sagas.Internal;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SagaMessage))]
internal sealed partial class SagaJson : JsonSerializerContext;
