using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal;

/// <summary>How one operation goes over the wire.</summary>
internal sealed class EventBridgeOperation<TRequest, TResponse>
    where TRequest : AmazonEventBridgeRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly EventBridgeRequestMarshaller<TRequest> _marshaller;
    private readonly EventBridgeResponseUnmarshaller<TResponse> _unmarshaller;

    /// <summary>An operation whose answer says nothing.</summary>
    internal EventBridgeOperation(string name, Action<Utf8JsonWriter, TRequest> write)
        : this(name, write, null)
    {
    }

    internal EventBridgeOperation(string name, Action<Utf8JsonWriter, TRequest> write, Func<JsonElement, TResponse> read)
    {
        _marshaller = new EventBridgeRequestMarshaller<TRequest>(name, write);
        _unmarshaller = new EventBridgeResponseUnmarshaller<TResponse>(read);
    }

    internal InvokeOptions Options() => new() { RequestMarshaller = _marshaller, ResponseUnmarshaller = _unmarshaller };
}
