using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The state does not allow it.</summary>
public class IllegalStatusException : AmazonEventBridgeException
{
    public IllegalStatusException(string message)
        : base(message)
    {
    }

    public IllegalStatusException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public IllegalStatusException(Exception innerException)
        : base(innerException)
    {
    }

    public IllegalStatusException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public IllegalStatusException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
