using System.Text.Json.Serialization;
using Amazon.Lambda.SQSEvents;

namespace Patterns.Benchmarks;

public sealed record Order(string Id, string Customer, string Country, int Quantity, decimal Price, string[] Items, string Note);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Order))]
internal sealed partial class OrderJson : JsonSerializerContext;

[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
internal sealed partial class LambdaJson : JsonSerializerContext;
