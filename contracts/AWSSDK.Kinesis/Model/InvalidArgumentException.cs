using System.Net;
using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>A parameter is out of range or does not fit.</summary>
public class InvalidArgumentException : AmazonKinesisException
{
    public InvalidArgumentException(string message)
        : base(message)
    {
    }

    public InvalidArgumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidArgumentException(Exception innerException)
        : base(innerException)
    {
    }

    public InvalidArgumentException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidArgumentException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
