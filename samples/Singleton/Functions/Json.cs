using System.Text.Json.Serialization;

namespace Singleton.Functions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Request))]
internal sealed partial class Json : JsonSerializerContext;
