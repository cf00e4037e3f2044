using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.KinesisFirehose.Model;

namespace Amazon.KinesisFirehose.Internal;

/// <summary>How one operation goes over the wire.</summary>
internal sealed class FirehoseOperation<TRequest, TResponse>
    where TRequest : AmazonKinesisFirehoseRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly FirehoseRequestMarshaller<TRequest> _marshaller;
    private readonly FirehoseResponseUnmarshaller<TResponse> _unmarshaller;

    /// <summary>An operation whose answer says nothing.</summary>
    internal FirehoseOperation(string name, Action<Utf8JsonWriter, TRequest> write)
        : this(name, write, null)
    {
    }

    internal FirehoseOperation(string name, Action<Utf8JsonWriter, TRequest> write, Func<JsonElement, TResponse> read)
    {
        _marshaller = new FirehoseRequestMarshaller<TRequest>(name, write);
        _unmarshaller = new FirehoseResponseUnmarshaller<TResponse>(read);
    }

    internal InvokeOptions Options() => new() { RequestMarshaller = _marshaller, ResponseUnmarshaller = _unmarshaller };
}
