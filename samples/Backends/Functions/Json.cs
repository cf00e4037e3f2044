using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Backends.Functions;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<LambdaJson>))]

namespace Backends.Functions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Course))]
[JsonSerializable(typeof(CourseList))]
[JsonSerializable(typeof(Enrol))]
[JsonSerializable(typeof(Enrolment))]
[JsonSerializable(typeof(EnrolmentList))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(DoneList))]
[JsonSerializable(typeof(Outage))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(WebHome))]
[JsonSerializable(typeof(WebEnrol))]
[JsonSerializable(typeof(WebEnrolled))]
[JsonSerializable(typeof(MobileHomeV1))]
[JsonSerializable(typeof(MobileHomeV2))]
[JsonSerializable(typeof(MobileEnrol))]
[JsonSerializable(typeof(MobileEnrolled))]
public sealed partial class Json : JsonSerializerContext;

[JsonSerializable(typeof(APIGatewayCustomAuthorizerV2Request))]
[JsonSerializable(typeof(APIGatewayCustomAuthorizerV2SimpleResponse))]
public sealed partial class LambdaJson : JsonSerializerContext;
