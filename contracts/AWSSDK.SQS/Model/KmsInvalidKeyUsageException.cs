using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The key is not meant for this use.</summary>
public class KmsInvalidKeyUsageException : AmazonSQSException
{
    public KmsInvalidKeyUsageException(string message)
        : base(message)
    {
    }

    public KmsInvalidKeyUsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public KmsInvalidKeyUsageException(Exception innerException)
        : base(innerException)
    {
    }

    public KmsInvalidKeyUsageException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public KmsInvalidKeyUsageException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
