using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>All messages of a batch together are too long.</summary>
public class BatchRequestTooLongException : AmazonSQSException
{
    public BatchRequestTooLongException(string message)
        : base(message)
    {
    }

    public BatchRequestTooLongException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public BatchRequestTooLongException(Exception innerException)
        : base(innerException)
    {
    }

    public BatchRequestTooLongException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public BatchRequestTooLongException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
