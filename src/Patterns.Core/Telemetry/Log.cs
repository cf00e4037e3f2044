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

    public static void Replayed(ILambdaLogger? logger, string key) => logger?.Log(
        LogLevel.Debug,
        "Idempotency key {Key} was completed before; nothing runs again.",
        key);

    public static void Skipped(ILambdaLogger? logger, string key) => logger?.Log(
        LogLevel.Information,
        "Idempotency key {Key} is in progress elsewhere; its record is skipped.",
        key);

    public static void OutcomeUnknown(ILambdaLogger? logger, string key, string decision) => logger?.Log(
        LogLevel.Warning,
        "The lease of an earlier attempt at idempotency key {Key} ran out, and nobody knows how it ended; decision: {Decision}.",
        key,
        decision);

    public static void LeaseLost(ILambdaLogger? logger, string key) => logger?.Log(
        LogLevel.Warning,
        "The lease of idempotency key {Key} was lost; the attempt does not count.",
        key);

    public static void NotRenewed(ILambdaLogger? logger, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "Leases of idempotency keys could not be renewed.");

    public static void NotReleased(ILambdaLogger? logger, int count, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "{Count} idempotency keys could not be given back; they are free when their leases run out.",
        count);

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
