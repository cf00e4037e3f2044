using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The key needs a subscription.</summary>
public class KmsOptInRequiredException : AmazonSQSException
{
    public KmsOptInRequiredException(string message)
        : base(message)
    {
    }

    public KmsOptInRequiredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public KmsOptInRequiredException(Exception innerException)
        : base(innerException)
    {
    }

    public KmsOptInRequiredException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public KmsOptInRequiredException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
