using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Patterns.Sagas;
using TwoWayChain.Functions;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<HttpJson>))]

namespace TwoWayChain.Functions;

/// <summary>A message that lacks something is refused, instead of being read as a trip for nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TripOrder))]
[JsonSerializable(typeof(Trip))]
[JsonSerializable(typeof(BookingState))]
[JsonSerializable(typeof(SagaTask<Trip>))]
public sealed partial class Json : JsonSerializerContext;

[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
public sealed partial class HttpJson : JsonSerializerContext;
