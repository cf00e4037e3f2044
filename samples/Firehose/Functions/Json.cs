using System.Text.Json.Serialization;

namespace Firehose.Functions;

[JsonSerializable(typeof(PageView))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
public sealed partial class Json : JsonSerializerContext;
