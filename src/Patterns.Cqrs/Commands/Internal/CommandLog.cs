using Amazon.Lambda.Core;

namespace Patterns.Cqrs.Internal;

/// <summary>Every log message of commands from APIs. They name the request, and quote neither it, nor who asks, nor a reply.</summary>
internal static class CommandLog
{
    public static void Failed(ILambdaLogger? logger, string requestId, Exception exception, bool isMistake) => logger?.Log(
        isMistake ? LogLevel.Error : LogLevel.Warning,
        exception,
        "The command of request {RequestId} failed on this side.",
        requestId);
}
