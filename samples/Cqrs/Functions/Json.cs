using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Cqrs.Functions;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<HttpJson>))]

namespace Cqrs.Functions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PolicyEvent.Opened))]
[JsonSerializable(typeof(PolicyEvent.PremiumChanged))]
[JsonSerializable(typeof(PolicyEvent.Cancelled))]
[JsonSerializable(typeof(PolicyCommand.Open))]
[JsonSerializable(typeof(PolicyCommand.ChangePremium))]
[JsonSerializable(typeof(PolicyCommand.Cancel))]
[JsonSerializable(typeof(PolicyVersion))]
[JsonSerializable(typeof(PolicyRow))]
[JsonSerializable(typeof(LineRow))]
[JsonSerializable(typeof(HolderPage))]
[JsonSerializable(typeof(LinesPage))]
[JsonSerializable(typeof(LagPage))]
public sealed partial class Json : JsonSerializerContext;

[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
public sealed partial class HttpJson : JsonSerializerContext;
