using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The key is disabled.</summary>
public class KmsDisabledException : AmazonSQSException
{
    public KmsDisabledException(string message)
        : base(message)
    {
    }

    public KmsDisabledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public KmsDisabledException(Exception innerException)
        : base(innerException)
    {
    }

    public KmsDisabledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public KmsDisabledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
