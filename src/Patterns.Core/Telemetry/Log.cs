using Amazon.Lambda.Core;

namespace Patterns.Telemetry;

/// <summary>Every log message of the package. They name the record and never quote its body.</summary>
internal static class Log
{
    public static void Failed(ILambdaLogger logger, RecordContext context, Exception exception) => logger.Log(
        LogLevel.Warning,
        exception,
        "Record {RecordId} of {Source} failed on attempt {Attempt} and will be delivered again.",
        context.Id,
        context.SourceArn,
        context.Attempt);

    public static void Diverted(ILambdaLogger logger, RecordContext context, Exception exception) => logger.Log(
        LogLevel.Error,
        exception,
        "Record {RecordId} of {Source} is hopeless and went to the failure destination on attempt {Attempt}.",
        context.Id,
        context.SourceArn,
        context.Attempt);

    public static void NotDiverted(ILambdaLogger logger, RecordContext context, Exception exception) => logger.Log(
        LogLevel.Error,
        exception,
        "Record {RecordId} of {Source} is hopeless, but the failure destination did not take it.",
        context.Id,
        context.SourceArn);

    public static void GaveUp(ILambdaLogger logger, int count) => logger.Log(
        LogLevel.Error,
        "Handlers were still running when the invocation had to report; what is unfinished of {Count} records will be delivered again.",
        count);
}
