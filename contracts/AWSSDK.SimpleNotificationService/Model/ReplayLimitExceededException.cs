using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The filter policy limits replays.</summary>
public class ReplayLimitExceededException : AmazonSimpleNotificationServiceException
{
    public ReplayLimitExceededException(string message)
        : base(message)
    {
    }

    public ReplayLimitExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ReplayLimitExceededException(Exception innerException)
        : base(innerException)
    {
    }

    public ReplayLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public ReplayLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
