using Amazon.Lambda.Core;

namespace Patterns.Backends.Internal;

/// <summary>Every log message of backends but those of plans. They name the request, and quote neither it, nor who asks, nor a reply.</summary>
internal static class BackendLog
{
    public static void Failed(ILambdaLogger? logger, string requestId, string backend, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "Request {RequestId} to {Backend} failed on this side.",
        requestId,
        backend);

    public static void NoAnswer(ILambdaLogger? logger, string requestId, string operation, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "Request {RequestId} to {Operation} has no answer of the service.",
        requestId,
        operation);

    public static void ReplyTooLarge(ILambdaLogger? logger, string requestId, string backend) => logger?.Log(
        LogLevel.Error,
        "Request {RequestId} to {Backend} has a reply that is larger than a function may return.",
        requestId,
        backend);
}
