using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>A state machine of that name exists with another definition.</summary>
public class StateMachineAlreadyExistsException : AmazonStepFunctionsException
{
    public StateMachineAlreadyExistsException(string message)
        : base(message)
    {
    }

    public StateMachineAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StateMachineAlreadyExistsException(Exception innerException)
        : base(innerException)
    {
    }

    public StateMachineAlreadyExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public StateMachineAlreadyExistsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
