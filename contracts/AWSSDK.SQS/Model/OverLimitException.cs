using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>A limit is reached, such as the number of messages in flight.</summary>
public class OverLimitException : AmazonSQSException
{
    public OverLimitException(string message)
        : base(message)
    {
    }

    public OverLimitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OverLimitException(Exception innerException)
        : base(innerException)
    {
    }

    public OverLimitException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public OverLimitException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
