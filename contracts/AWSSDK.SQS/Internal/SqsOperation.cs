using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

/// <summary>How one operation goes over the wire.</summary>
internal sealed class SqsOperation<TRequest, TResponse>
    where TRequest : AmazonSQSRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly SqsRequestMarshaller<TRequest> _marshaller;
    private readonly SqsResponseUnmarshaller<TResponse> _unmarshaller;

    /// <summary>An operation whose answer says nothing.</summary>
    internal SqsOperation(string name, Action<Utf8JsonWriter, TRequest> write)
        : this(name, write, null)
    {
    }

    internal SqsOperation(string name, Action<Utf8JsonWriter, TRequest> write, Func<JsonElement, TResponse> read)
    {
        _marshaller = new SqsRequestMarshaller<TRequest>(name, write);
        _unmarshaller = new SqsResponseUnmarshaller<TResponse>(read);
    }

    internal InvokeOptions Options() => new() { RequestMarshaller = _marshaller, ResponseUnmarshaller = _unmarshaller };
}
