using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using DataProcessing.Functions;
using Patterns.DataProcessing;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<HttpJson>))]

namespace DataProcessing.Functions;

/// <summary>A message that lacks something is refused, instead of being read as a job of nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Upload))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(JobState))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(TextPart))]
[JsonSerializable(typeof(WordCounts))]
[JsonSerializable(typeof(JobResult<WordCounts>))]
public sealed partial class Json : JsonSerializerContext;

[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
public sealed partial class HttpJson : JsonSerializerContext;
