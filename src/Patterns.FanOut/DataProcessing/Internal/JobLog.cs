using Amazon.Lambda.Core;

namespace Patterns.DataProcessing.Internal;

/// <summary>Every log message of jobs. They name the part and never quote it.</summary>
internal static class JobLog
{
    public static void AlreadyEnded(ILambdaLogger? logger, string jobId) => logger?.Log(
        LogLevel.Information,
        "Job {JobId} has ended already and is not split again; give it a new id to run it again.",
        jobId);

    public static void EndedMeanwhile(ILambdaLogger? logger, string jobId, int parts) => logger?.Log(
        LogLevel.Warning,
        "Job {JobId} ran out of time while it was split into {Parts} parts.",
        jobId,
        parts);

    public static void Rejected(ILambdaLogger? logger, JobPart part, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "Part {Part} is hopeless and was rejected.",
        part);

    public static void DeadLettered(ILambdaLogger? logger, JobPart part, string reason) => logger?.Log(
        LogLevel.Warning,
        "Part {Part} came to the dead letters: {Reason}",
        part,
        reason);

    public static void Late(ILambdaLogger? logger, JobPart part) => logger?.Log(
        LogLevel.Warning,
        "Part {Part} came after its job had ended, and is not in the job's result.",
        part);
}
