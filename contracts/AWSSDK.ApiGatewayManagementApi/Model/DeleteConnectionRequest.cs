namespace Amazon.ApiGatewayManagementApi.Model;

public class DeleteConnectionRequest : AmazonApiGatewayManagementApiRequest
{
    public string ConnectionId { get; set; }
}
