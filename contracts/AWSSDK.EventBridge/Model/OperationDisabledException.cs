using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The operation is not available in the Region.</summary>
public class OperationDisabledException : AmazonEventBridgeException
{
    public OperationDisabledException(string message)
        : base(message)
    {
    }

    public OperationDisabledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OperationDisabledException(Exception innerException)
        : base(innerException)
    {
    }

    public OperationDisabledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public OperationDisabledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
