using Amazon.Lambda.Core;

namespace Patterns.Firehose.Internal;

/// <summary>Counts and logs what became of a batch: nothing is dropped or failed in silence.</summary>
internal static class FirehoseReport
{
    private const int MostLines = 10;

    public static void Write(FirehoseEvent source, RecordOutcome[] outcomes, ILambdaLogger logger)
    {
        var (ok, dropped, failed) = (0, 0, 0);
        for (var index = 0; index < outcomes.Length; index++)
        {
            switch (outcomes[index].Status)
            {
                case FirehoseStatus.Ok:
                    ok++;
                    break;
                case FirehoseStatus.Dropped:
                    dropped++;
                    break;
                default:
                    LogFailure(source.RecordId(index), outcomes[index], ++failed, logger);
                    break;
            }
        }

        FirehoseMeter.Count(ok, dropped, failed);
        if (failed > MostLines)
        {
            FirehoseLog.MoreFailures(logger, failed - MostLines);
        }

        if (dropped > 0)
        {
            FirehoseLog.Dropped(logger, dropped, outcomes.Length);
        }
    }

    private static void LogFailure(string recordId, RecordOutcome outcome, int number, ILambdaLogger logger)
    {
        if (number <= MostLines)
        {
            FirehoseLog.Failed(logger, recordId, outcome.Reason!);
        }
    }
}
