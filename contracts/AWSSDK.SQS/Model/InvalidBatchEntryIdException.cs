using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>The id of an entry has other characters than letters, digits, hyphen and underscore, or is too long.</summary>
public class InvalidBatchEntryIdException : AmazonSQSException
{
    public InvalidBatchEntryIdException(string message)
        : base(message)
    {
    }

    public InvalidBatchEntryIdException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidBatchEntryIdException(Exception innerException)
        : base(innerException)
    {
    }

    public InvalidBatchEntryIdException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidBatchEntryIdException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
