using Amazon.Runtime.Internal;

namespace Amazon.ApiGatewayManagementApi.Internal;

internal sealed class AmazonApiGatewayManagementApiMetadata : IServiceMetadata
{
    public string ServiceId => "ApiGatewayManagementApi";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
