using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Internal;

/// <summary>An item of ours has no nested values; of others, only the names of attributes are read.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EventItem))]
[JsonSerializable(typeof(StateItem))]
[JsonSerializable(typeof(ViewRowItem))]
internal sealed partial class ItemJson : JsonSerializerContext;
