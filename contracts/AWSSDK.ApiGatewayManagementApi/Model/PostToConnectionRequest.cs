namespace Amazon.ApiGatewayManagementApi.Model;

public class PostToConnectionRequest : AmazonApiGatewayManagementApiRequest
{
    public string ConnectionId { get; set; }

    public MemoryStream Data { get; set; }
}
