using Amazon.Lambda.Core;

namespace Patterns.Cqrs.Internal;

/// <summary>Every log message of queries. They name the request, and quote neither it nor its reply.</summary>
internal static class QueryLog
{
    public static void Failed(ILambdaLogger? logger, string requestId, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "Query {RequestId} failed on this side.",
        requestId);

    public static void ReplyTooLarge(ILambdaLogger? logger, string requestId) => logger?.Log(
        LogLevel.Error,
        "Query {RequestId} has a reply that is larger than a function may return.",
        requestId);
}
