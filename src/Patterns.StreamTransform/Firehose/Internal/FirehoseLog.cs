using Amazon.Lambda.Core;

namespace Patterns.Firehose.Internal;

/// <summary>The messages of Firehose transformations. Data of records never appears in them.</summary>
internal static class FirehoseLog
{
    public static void Failed(ILambdaLogger logger, string recordId, string reason) =>
        logger.LogWarning("Firehose record {recordId} failed: {reason}", recordId, reason);

    public static void MoreFailures(ILambdaLogger logger, int count) =>
        logger.LogWarning("{count} more Firehose records of the batch failed.", count);

    public static void Dropped(ILambdaLogger logger, int dropped, int records) =>
        logger.LogInformation("{dropped} of {records} Firehose records were dropped on purpose.", dropped, records);
}
