using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Command.Functions;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<LambdaJson>))]

namespace Command.Functions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(OpenPolicy))]
[JsonSerializable(typeof(ChangeCover))]
[JsonSerializable(typeof(CancelPolicy))]
[JsonSerializable(typeof(PolicyReply))]
[JsonSerializable(typeof(PolicyEvent.Opened))]
[JsonSerializable(typeof(PolicyEvent.CoverChanged))]
[JsonSerializable(typeof(PolicyEvent.Cancelled))]
[JsonSerializable(typeof(List<JournalLine>))]
public sealed partial class Json : JsonSerializerContext;

[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
[JsonSerializable(typeof(APIGatewayCustomAuthorizerV2Request))]
[JsonSerializable(typeof(APIGatewayCustomAuthorizerV2SimpleResponse))]
public sealed partial class LambdaJson : JsonSerializerContext;
