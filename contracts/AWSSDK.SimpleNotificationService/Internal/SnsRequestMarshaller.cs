using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

internal sealed class SnsRequestMarshaller<TRequest>(string operation, Action<QueryFields, TRequest> write)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonSimpleNotificationServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon.SimpleNotificationService") { HttpMethod = "POST" };
        request.Parameters.Add("Action", operation);
        request.Parameters.Add("Version", AmazonSimpleNotificationServiceConfig.Version);
        write(new QueryFields(request.Parameters, string.Empty), (TRequest)input);
        return request;
    }
}
