using Amazon.Lambda.Core;

namespace Patterns.FanOut.Internal;

/// <summary>Every log message of staged fan-outs. They name the transaction and never quote a message of it.</summary>
internal static class StagingLog
{
    public static void NotTold(ILambdaLogger? logger, string receiver, StagingEntry entry, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "Receiver {Receiver} could not be told that transaction {Transaction} is {Decision}; the next recovery tells it.",
        receiver,
        entry.Transaction,
        Decision(entry));

    public static void NotKnown(ILambdaLogger? logger, string receiver, StagingEntry entry) => logger?.Log(
        LogLevel.Error,
        "Receiver {Receiver} of transaction {Transaction} is not known here, and cannot be told that it is {Decision}.",
        receiver,
        entry.Transaction,
        Decision(entry));

    private static string Decision(StagingEntry entry) => entry.State == StagingState.Committing ? "committed" : "aborted";
}
