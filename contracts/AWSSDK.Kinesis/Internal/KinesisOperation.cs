using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Kinesis.Model;

namespace Amazon.Kinesis.Internal;

/// <summary>How one operation goes over the wire.</summary>
internal sealed class KinesisOperation<TRequest, TResponse>
    where TRequest : AmazonKinesisRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly KinesisRequestMarshaller<TRequest> _marshaller;
    private readonly KinesisResponseUnmarshaller<TResponse> _unmarshaller;

    /// <summary>An operation whose answer says nothing.</summary>
    internal KinesisOperation(string name, Action<Utf8JsonWriter, TRequest> write)
        : this(name, write, null)
    {
    }

    internal KinesisOperation(string name, Action<Utf8JsonWriter, TRequest> write, Func<JsonElement, TResponse> read)
    {
        _marshaller = new KinesisRequestMarshaller<TRequest>(name, write);
        _unmarshaller = new KinesisResponseUnmarshaller<TResponse>(read);
    }

    internal InvokeOptions Options() => new() { RequestMarshaller = _marshaller, ResponseUnmarshaller = _unmarshaller };
}
