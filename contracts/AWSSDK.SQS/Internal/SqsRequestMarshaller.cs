using System.Buffers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.SQS.Model;
using Amazon.Util;

namespace Amazon.SQS.Internal;

internal sealed class SqsRequestMarshaller<TRequest>(string operation, Action<Utf8JsonWriter, TRequest> write)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonSQSRequest
{
    private readonly string _target = "AmazonSQS." + operation;

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon.SQS")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = Body((TRequest)input),
        };
        request.Headers["X-Amz-Target"] = _target;
        request.Headers[HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.0";
        request.Headers[HeaderKeys.XAmzApiVersion] = AmazonSQSConfig.Version;
        request.Headers[HeaderKeys.XAmzQueryMode] = "true";
        return request;
    }

    private byte[] Body(TRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json, request);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
