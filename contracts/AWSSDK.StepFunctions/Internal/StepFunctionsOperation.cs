using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>How one operation goes over the wire.</summary>
internal sealed class StepFunctionsOperation<TRequest, TResponse>
    where TRequest : AmazonStepFunctionsRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly StepFunctionsRequestMarshaller<TRequest> _marshaller;
    private readonly StepFunctionsResponseUnmarshaller<TResponse> _unmarshaller;

    /// <param name="name">The operation.</param>
    /// <param name="write">Writes the members of the request.</param>
    /// <param name="read">Reads the answer; null when it says nothing.</param>
    /// <param name="hostPrefix">What the service puts before its host name for this operation.</param>
    internal StepFunctionsOperation(string name, Action<Utf8JsonWriter, TRequest> write, Func<JsonElement, TResponse> read = null, string hostPrefix = null)
    {
        _marshaller = new StepFunctionsRequestMarshaller<TRequest>(name, hostPrefix, write);
        _unmarshaller = new StepFunctionsResponseUnmarshaller<TResponse>(read);
    }

    internal InvokeOptions Options() => new() { RequestMarshaller = _marshaller, ResponseUnmarshaller = _unmarshaller };
}
