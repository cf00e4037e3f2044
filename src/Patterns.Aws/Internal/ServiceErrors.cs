using System.Net;
using Amazon.Runtime;
using Patterns.Outbound;

namespace Patterns.Aws.Internal;

/// <summary>Tells errors that time may heal from those that it does not.</summary>
internal static class ServiceErrors
{
    public static DestinationException Translate(string destination, Exception exception) => exception switch
    {
        AmazonServiceException service => new DestinationException(
            $"{destination}: {service.ErrorCode}: {service.Message}",
            IsRetryable(service),
            service),
        _ => new DestinationException($"{destination}: {exception.Message}", isRetryable: true, exception),
    };

    private static bool IsRetryable(AmazonServiceException service) =>
        service.Retryable is not null
        || service.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
        || (int)service.StatusCode is 0 or >= 500
        || service.ErrorCode?.Contains("Throttl", StringComparison.Ordinal) == true
        || service.ErrorCode?.Contains("ThroughputExceeded", StringComparison.Ordinal) == true
        || service.ErrorCode?.Contains("Expired", StringComparison.Ordinal) == true;
}
