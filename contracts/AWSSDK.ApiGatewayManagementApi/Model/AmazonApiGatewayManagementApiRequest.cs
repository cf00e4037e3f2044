using Amazon.Runtime;

namespace Amazon.ApiGatewayManagementApi.Model;

/// <summary>A request about a connection.</summary>
public class AmazonApiGatewayManagementApiRequest : AmazonWebServiceRequest
{
}
