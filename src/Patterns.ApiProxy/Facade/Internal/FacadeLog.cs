using Amazon.Lambda.Core;
using Patterns.Http;

namespace Patterns.Facade.Internal;

/// <summary>Every log message of facades. They name the request and the part, and quote neither.</summary>
internal static class FacadeLog
{
    public static void Failed(ILambdaLogger? logger, string requestId, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "Request {RequestId} failed on this side.",
        requestId);

    public static void ReplyTooLarge(ILambdaLogger? logger, string requestId) => logger?.Log(
        LogLevel.Error,
        "Request {RequestId} has a reply that is larger than a function may return.",
        requestId);

    /// <summary>Says nothing of a part that is as it should be, or that tells what it lacks by itself.</summary>
    public static void Part(ILambdaLogger? logger, string requestId, PartOutcome outcome)
    {
        var report = outcome.Report;
        if (report.State is PartState.Fresh or PartState.Cached || report.Reason == MissingReason.BeingRefreshed || outcome.Failure is ProblemException)
        {
            return;
        }

        if (outcome.Failure is { } failure)
        {
            logger?.Log(LogLevel.Warning, failure, "Part {Part} of request {RequestId} is {State}: {Reason}.", report.Name, requestId, report.State, report.Reason);
        }
        else
        {
            logger?.Log(LogLevel.Warning, "Part {Part} of request {RequestId} is {State}: {Reason}.", report.Name, requestId, report.State, report.Reason);
        }
    }
}
