using Amazon.ApiGatewayManagementApi.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.ApiGatewayManagementApi.Internal;

internal sealed class ConnectionRequestMarshaller<TRequest>(string method, Func<TRequest, string> connection, Func<TRequest, MemoryStream> data)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonApiGatewayManagementApiRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon.ApiGatewayManagementApi") { HttpMethod = method, ResourcePath = "/@connections/{connectionId}" };
        var id = connection((TRequest)input);
        if (string.IsNullOrEmpty(id))
        {
            throw new AmazonApiGatewayManagementApiException("Request object does not have required field ConnectionId set");
        }

        request.AddPathResource("{connectionId}", id);
        request.Headers[HeaderKeys.XAmzApiVersion] = AmazonApiGatewayManagementApiConfig.Version;
        if (data is not null)
        {
            request.ContentStream = data((TRequest)input);
            request.Headers[HeaderKeys.ContentLengthHeader] = request.ContentStream.Length.ToString();
            request.Headers[HeaderKeys.ContentTypeHeader] = "binary/octet-stream";
        }

        return request;
    }
}
