using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>How one operation goes over the wire.</summary>
internal sealed class SnsOperation<TRequest, TResponse>
    where TRequest : AmazonSimpleNotificationServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly SnsRequestMarshaller<TRequest> _marshaller;
    private readonly SnsResponseUnmarshaller<TResponse> _unmarshaller;

    /// <summary>An operation whose answer says nothing.</summary>
    internal SnsOperation(string name, Action<QueryFields, TRequest> write)
        : this(name, write, static _ => new TResponse())
    {
    }

    internal SnsOperation(string name, Action<QueryFields, TRequest> write, Func<XElement, TResponse> read)
    {
        _marshaller = new SnsRequestMarshaller<TRequest>(name, write);
        _unmarshaller = new SnsResponseUnmarshaller<TResponse>(name + "Result", read);
    }

    internal InvokeOptions Options() => new() { RequestMarshaller = _marshaller, ResponseUnmarshaller = _unmarshaller };
}
