using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patterns.Testing.Tests.Contracts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Forms.Holder<int>), TypeInfoPropertyName = "Number")]
[JsonSerializable(typeof(Forms.Holder<JsonElement>), TypeInfoPropertyName = "Anything")]
[JsonSerializable(typeof(Forms.Holder<int[]>), TypeInfoPropertyName = "Numbers")]
[JsonSerializable(typeof(Forms.Holder<JsonElement[]>), TypeInfoPropertyName = "Things")]
[JsonSerializable(typeof(Forms.Holder<Dictionary<string, int>>), TypeInfoPropertyName = "NumbersByName")]
[JsonSerializable(typeof(Forms.Holder<Dictionary<string, JsonElement>>), TypeInfoPropertyName = "ThingsByName")]
[JsonSerializable(typeof(Forms.Holder<DateTimeOffset>), TypeInfoPropertyName = "Moment")]
[JsonSerializable(typeof(Forms.Holder<TimeSpan>), TypeInfoPropertyName = "Span")]
[JsonSerializable(typeof(Forms.Holder<Guid>), TypeInfoPropertyName = "Unique")]
[JsonSerializable(typeof(Forms.TextHolder), TypeInfoPropertyName = "Text")]
[JsonSerializable(typeof(Forms.Open))]
[JsonSerializable(typeof(Forms.Closed))]
[JsonSerializable(typeof(Shapes.First), TypeInfoPropertyName = "Shape")]
[JsonSerializable(typeof(Shapes.Coloured))]
[JsonSerializable(typeof(Shapes.More), TypeInfoPropertyName = "MoreShapes")]
[JsonSerializable(typeof(Shapes.Unsized))]
internal sealed partial class FormJson : JsonSerializerContext;
