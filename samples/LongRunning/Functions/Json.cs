using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using LongRunning.Functions;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<HttpJson>))]

namespace LongRunning.Functions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ImportState))]
[JsonSerializable(typeof(ImportRequest))]
[JsonSerializable(typeof(ImportStatus))]
[JsonSerializable(typeof(Problem))]
public sealed partial class Json : JsonSerializerContext;

[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
public sealed partial class HttpJson : JsonSerializerContext;
