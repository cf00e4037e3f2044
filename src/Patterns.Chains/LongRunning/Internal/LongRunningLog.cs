using Amazon.Lambda.Core;

namespace Patterns.LongRunning.Internal;

/// <summary>Every log message of long-running tasks. They name the job and never quote its state.</summary>
internal static class LongRunningLog
{
    public static void HandedOn(ILambdaLogger? logger, Job job, long turn) => logger?.Log(
        LogLevel.Information,
        "Handed on the job {JobId} at checkpoint {Checkpoint}: turn {Turn}.",
        job.Id,
        job.Checkpoint,
        turn);

    public static void Ended(ILambdaLogger? logger, Job job, DateTimeOffset now)
    {
        var phase = job.PhaseAt(now);
        logger?.Log(
            phase == JobPhase.Failed ? LogLevel.Error : LogLevel.Information,
            "The job {JobId} has ended: {Phase} at checkpoint {Checkpoint}.",
            job.Id,
            phase,
            job.Checkpoint);
    }

    public static void SliceFailed(ILambdaLogger? logger, Job job, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "The job {JobId} cannot go on from checkpoint {Checkpoint}.",
        job.Id,
        job.Checkpoint);

    public static void Orphaned(ILambdaLogger? logger, Job job) => logger?.Log(
        LogLevel.Warning,
        "The job {JobId} waits at checkpoint {Checkpoint} and nobody comes; a new message is sent for it.",
        job.Id,
        job.Checkpoint);

    public static void NoPulse(ILambdaLogger? logger, Job job, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "The task that waits for the job {JobId} could not be told that it goes on.",
        job.Id);

    public static void NobodyWaits(ILambdaLogger? logger, Job job) => logger?.Log(
        LogLevel.Warning,
        "No task waits for the job {JobId} any more; it is cancelled at checkpoint {Checkpoint}.",
        job.Id,
        job.Checkpoint);

    public static void SweepEnded(ILambdaLogger? logger) => logger?.Log(
        LogLevel.Warning,
        "Time ran out before all open jobs were looked at; the next sweep begins anew.");
}
