using System.Text.Json.Serialization;

namespace Patterns.Core.Tests;

public sealed record Order(string Id, int Quantity = 1, string? Country = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(TableChange<Order>))]
internal sealed partial class OrderJson : JsonSerializerContext;
