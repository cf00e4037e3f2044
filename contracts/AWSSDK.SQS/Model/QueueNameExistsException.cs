using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>A queue of that name exists with other attributes.</summary>
public class QueueNameExistsException : AmazonSQSException
{
    public QueueNameExistsException(string message)
        : base(message)
    {
    }

    public QueueNameExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public QueueNameExistsException(Exception innerException)
        : base(innerException)
    {
    }

    public QueueNameExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public QueueNameExistsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
