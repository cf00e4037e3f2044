using Amazon.Lambda.Core;

namespace Patterns.TwoWayChain.Internal;

/// <summary>Every log message of requests. They name the request and never quote its content.</summary>
internal static class RequestLogging
{
    public static void Late(ILambdaLogger? logger, string requestId) => logger?.Log(
        LogLevel.Warning,
        "A reply to request {RequestId} came after it had timed out; it is kept beside it and changes nothing.",
        requestId);

    public static void TimedOut(ILambdaLogger? logger, string requestId) => logger?.Log(
        LogLevel.Warning,
        "Request {RequestId} has timed out without a reply.",
        requestId);

    public static void Expired(ILambdaLogger? logger, string requestId) => logger?.Log(
        LogLevel.Warning,
        "Request {RequestId} came after its deadline and is not worked on.",
        requestId);

    public static void Refused(ILambdaLogger? logger, string requestId, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "Request {RequestId} cannot be answered; the requester is told so.",
        requestId);
}
