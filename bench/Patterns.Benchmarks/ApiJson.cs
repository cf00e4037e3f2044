using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace Patterns.Benchmarks;

[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
internal sealed partial class ApiJson : JsonSerializerContext;
