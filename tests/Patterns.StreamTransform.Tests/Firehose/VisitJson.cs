using System.Text.Json.Serialization;

namespace Patterns.StreamTransform.Tests.Firehose;

[JsonSerializable(typeof(Visit))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class VisitJson : JsonSerializerContext;
