using Amazon.Lambda.Core;

namespace Patterns.Telemetry;

/// <summary>Every log message of the package. They name the record and never quote its body.</summary>
internal static class Log
{
    public static void Failed(ILambdaLogger? logger, RecordContext context, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "Record {RecordId} of {Source} failed on attempt {Attempt} and goes back to its source.",
        context.Id,
        SourceOf(context),
        context.Attempt);

    public static void Diverted(ILambdaLogger? logger, RecordContext context, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "Record {RecordId} of {Source} is hopeless and went to the failure destination on attempt {Attempt}.",
        context.Id,
        SourceOf(context),
        context.Attempt);

    public static void NotDiverted(ILambdaLogger? logger, RecordContext context, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "Record {RecordId} of {Source} is hopeless, but the failure destination did not take it.",
        context.Id,
        SourceOf(context));

    public static void PredicateFailed(ILambdaLogger? logger, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "IsNonRetryable threw; the failure that it was asked about is taken as one that can be tried again.");

    /// <summary>What is reported without having failed; a record that failed has a message of its own.</summary>
    public static void Unfinished(ILambdaLogger? logger, IReadOnlyList<RecordFailure> failures, RecordBatch batch)
    {
        var notStarted = Count(failures, FailureReason.NotStarted);
        var givenUp = Count(failures, FailureReason.GivenUp);
        var blocked = Count(failures, FailureReason.Blocked);
        if (notStarted + givenUp + blocked > 0)
        {
            logger?.Log(
                LogLevel.Warning,
                "Of {Count} records of {Source}, {NotStarted} were not started for lack of time, {GivenUp} were still running, and {Blocked} waited "
                + "behind a failed one of their key; they go back to their source.",
                batch.Count,
                batch.Source,
                notStarted,
                givenUp,
                blocked);
        }
    }

    private static string SourceOf(RecordContext context) =>
        context.SourceArn is { Length: > 0 } arn ? arn : context.Source.ToString();

    private static int Count(IReadOnlyList<RecordFailure> failures, FailureReason reason) => failures.Count(failure => failure.Reason == reason);
}
