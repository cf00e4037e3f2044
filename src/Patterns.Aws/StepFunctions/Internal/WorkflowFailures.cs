using System.Net;
using Amazon.Runtime;
using Patterns.Workflows;

namespace Patterns.Aws.StepFunctions;

/// <summary>Tells what failed requests mean.</summary>
internal static class WorkflowFailures
{
    /// <param name="subject">The workflow and what was asked of it.</param>
    /// <param name="exception">How it failed.</param>
    public static WorkflowException Translate(string subject, Exception exception) => exception switch
    {
        WorkflowException translated => translated,
        AmazonServiceException { ErrorCode: { Length: > 0 } code } service => new WorkflowException($"{subject}: {code}: {service.Message}", IsRetryable(service), service),
        _ => new WorkflowException($"{subject}: {exception.Message}", IsRetryable(exception), exception),
    };

    private static bool IsRetryable(Exception exception) => exception switch
    {
        AmazonServiceException service => service.Retryable is not null
            || service.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
            || (int)service.StatusCode is 0 or >= 500
            || service.ErrorCode is "ExecutionLimitExceeded"
            || service.ErrorCode?.Contains("Throttl", StringComparison.Ordinal) == true
            || service.ErrorCode?.StartsWith("ExpiredToken", StringComparison.Ordinal) == true,
        ArgumentException or InvalidOperationException => false,
        _ => true,
    };
}
