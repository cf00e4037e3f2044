using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The key may not be used by the caller.</summary>
public class KmsAccessDeniedException : AmazonSQSException
{
    public KmsAccessDeniedException(string message)
        : base(message)
    {
    }

    public KmsAccessDeniedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public KmsAccessDeniedException(Exception innerException)
        : base(innerException)
    {
    }

    public KmsAccessDeniedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public KmsAccessDeniedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
