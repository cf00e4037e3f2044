using System.Text.Json.Serialization;

namespace Patterns.TypedEvents.Tests;

public sealed record Order(string Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(TableChange<Order>))]
internal sealed partial class OrderJson : JsonSerializerContext;
