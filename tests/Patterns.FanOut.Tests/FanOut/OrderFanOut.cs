using System.Text.Json.Serialization;

namespace Patterns.FanOut.Tests.FanOut;

public sealed record Order(string Id, string? Country = null, decimal Total = 0);

public sealed record Invoice(string Order, decimal Amount);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Invoice))]
internal sealed partial class OrderJson : JsonSerializerContext;

internal sealed class OrderFanOut(FanOutOptions<Order> fanOut, RecordHandlerOptions? options = null)
    : FanOutHandler<Order>(OrderJson.Default.Order, fanOut, options)
{
    public Task<Stream> RunAsync(params SqsRecord[] records) => RunAsync(new FakeLambdaContext(), records);

    public Task<Stream> RunAsync(FakeLambdaContext context, params SqsRecord[] records) => FunctionHandler(Events.Sqs(records), context);
}
