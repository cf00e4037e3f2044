using Amazon.Lambda.Core;

namespace Patterns.FanIn.Internal;

/// <summary>Every log message of fan-ins. They name the aggregate and never quote a part.</summary>
internal static class FanInLog
{
    public static void Published(ILambdaLogger? logger, FanInSummary summary)
    {
        var isWhole = summary.Outcome == FanInOutcome.Completed;
        logger?.Log(
            isWhole ? LogLevel.Information : LogLevel.Warning,
            "Published the result of {CorrelationId}: {Outcome} with {PartCount} parts of {Expected}.",
            summary.CorrelationId,
            summary.Outcome,
            summary.PartCount,
            summary.Expected?.ToString() ?? "an unknown number");
    }

    public static void Late(ILambdaLogger? logger, string partId, string correlationId) => logger?.Log(
        LogLevel.Warning,
        "Part {PartId} came after {CorrelationId} had ended, and has no place to go.",
        partId,
        correlationId);

    public static void LateOpening(ILambdaLogger? logger, string correlationId) => logger?.Log(
        LogLevel.Warning,
        "What was said of {CorrelationId} came after it had ended, and has no place to go.",
        correlationId);

    public static void Lost(ILambdaLogger? logger, string correlationId) => logger?.Log(
        LogLevel.Warning,
        "{CorrelationId} had expired when its timer was looked at; it ended without a result.",
        correlationId);

    public static void SweepEnded(ILambdaLogger? logger) => logger?.Log(
        LogLevel.Warning,
        "Time ran out before all aggregates that may be due were looked at; the next sweep goes on.");
}
