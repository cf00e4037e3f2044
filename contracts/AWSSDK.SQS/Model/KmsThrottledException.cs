using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Requests for the key were throttled.</summary>
public class KmsThrottledException : AmazonSQSException
{
    public KmsThrottledException(string message)
        : base(message)
    {
    }

    public KmsThrottledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public KmsThrottledException(Exception innerException)
        : base(innerException)
    {
    }

    public KmsThrottledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public KmsThrottledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
