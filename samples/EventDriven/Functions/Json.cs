using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using EventDriven.Functions;
using EventDriven.Functions.Assets;
using EventDriven.Functions.Cleanup;
using EventDriven.Functions.Events;
using EventDriven.Functions.Http;
using EventDriven.Functions.Insurance;
using EventDriven.Functions.Portfolio;
using Patterns;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<HttpJson>))]

namespace EventDriven.Functions;

/// <summary>A message that lacks something is refused, instead of being read as a value of nothing; members that nobody knows are passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Asset))]
[JsonSerializable(typeof(TableChange<AssetRow>))]
[JsonSerializable(typeof(AssetUpdated))]
[JsonSerializable(typeof(Policy))]
[JsonSerializable(typeof(TableChange<PolicyRow>))]
[JsonSerializable(typeof(InsuranceUpdated))]
[JsonSerializable(typeof(AssetValue))]
[JsonSerializable(typeof(PortfolioView))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(CleanUpRequest))]
[JsonSerializable(typeof(Saved))]
[JsonSerializable(typeof(Problem))]
public sealed partial class Json : JsonSerializerContext;

[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
public sealed partial class HttpJson : JsonSerializerContext;
