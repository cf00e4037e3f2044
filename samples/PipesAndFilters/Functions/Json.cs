using System.Text.Json.Serialization;

namespace PipesAndFilters.Functions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImportFile))]
[JsonSerializable(typeof(ImportLine))]
[JsonSerializable(typeof(OrderLine))]
[JsonSerializable(typeof(PricedLine))]
public sealed partial class Json : JsonSerializerContext;
