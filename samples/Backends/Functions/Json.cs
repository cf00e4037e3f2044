using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Backends.Functions;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<LambdaJson>))]

namespace Backends.Functions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
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
[JsonSerializable(typeof(MobileHomeV1))]
[JsonSerializable(typeof(MobileHomeV2))]
public sealed partial class Json : JsonSerializerContext;

[JsonSerializable(typeof(APIGatewayCustomAuthorizerV2Request))]
[JsonSerializable(typeof(APIGatewayCustomAuthorizerV2SimpleResponse))]
public sealed partial class LambdaJson : JsonSerializerContext;
