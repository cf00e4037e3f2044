using Amazon.Runtime;

namespace Amazon.ApiGatewayManagementApi.Model;

public class DeleteConnectionResponse : AmazonWebServiceResponse
{
}
