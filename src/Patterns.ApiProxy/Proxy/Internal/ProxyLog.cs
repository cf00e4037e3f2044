using Amazon.Lambda.Core;
using Patterns.Translation;

namespace Patterns.Proxy.Internal;

/// <summary>Every log message of proxies. They name the request, and quote neither it nor a reply.</summary>
internal static class ProxyLog
{
    public static void Failed(ILambdaLogger? logger, string requestId, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "Request {RequestId} failed on this side.",
        requestId);

    public static void NoAnswer(ILambdaLogger? logger, string requestId, string backend, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "Request {RequestId} has no answer of {Backend}.",
        requestId,
        backend);

    public static void BadStatus(ILambdaLogger? logger, string requestId, string backend, int status) => logger?.Log(
        LogLevel.Warning,
        "Request {RequestId} was answered by {Backend} with status {Status}, or with a body that is not what was expected.",
        requestId,
        backend,
        status);

    public static void BadAnswer(ILambdaLogger? logger, string requestId, string backend, TranslationException exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "Request {RequestId} has an answer of {Backend} that is not what is declared: {Path}.",
        requestId,
        backend,
        exception.Path);

    public static void Fault(ILambdaLogger? logger, string requestId, string backend, SoapFaultException exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "Request {RequestId} was answered by {Backend} with a fault: {Code}/{Subcode}.",
        requestId,
        backend,
        exception.Fault.Code,
        exception.Fault.Subcode);

    public static void ReplyTooLarge(ILambdaLogger? logger, string requestId) => logger?.Log(
        LogLevel.Error,
        "Request {RequestId} has a reply that is larger than a function may return.",
        requestId);

    public static void NotKept(ILambdaLogger? logger, string requestId, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "Request {RequestId} was done, and its reply could not be kept under its key.",
        requestId);
}
