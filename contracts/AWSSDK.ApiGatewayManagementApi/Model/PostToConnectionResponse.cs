using Amazon.Runtime;

namespace Amazon.ApiGatewayManagementApi.Model;

public class PostToConnectionResponse : AmazonWebServiceResponse
{
}
