using System.Buffers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.StepFunctions.Model;
using Amazon.Util;

namespace Amazon.StepFunctions.Internal;

internal sealed class StepFunctionsRequestMarshaller<TRequest>(string operation, string hostPrefix, Action<Utf8JsonWriter, TRequest> write)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonStepFunctionsRequest
{
    private readonly string _target = "AWSStepFunctions." + operation;

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon.StepFunctions")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            HostPrefix = hostPrefix,
            Content = Body((TRequest)input),
        };
        request.Headers["X-Amz-Target"] = _target;
        request.Headers[HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.0";
        request.Headers[HeaderKeys.XAmzApiVersion] = AmazonStepFunctionsConfig.Version;
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
