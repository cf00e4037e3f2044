using Amazon.Lambda.Core;
using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>Every log message of the package.</summary>
internal static class Log
{
    public static void NotNoted(ILambdaLogger? logger, string messageId, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "The ledger did not note who has message {MessageId}; should it come again, they get it again.",
        messageId);

    public static void NotPublished(ILambdaLogger? logger, string messageId, string aggregate, IReadOnlyList<RouteResult> failures, int attempts, DateTimeOffset notBefore) => logger?.Log(
        LogLevel.Warning,
        "Message {MessageId} of {Aggregate} was not taken by {Routes} at attempt {Attempt}; it waits until {NotBefore:O}, and its aggregate with it.",
        messageId,
        aggregate,
        Names(failures),
        attempts,
        notBefore);

    public static void GivenUp(ILambdaLogger? logger, string messageId, string aggregate, IReadOnlyList<RouteResult> failures, int attempts, string place) => logger?.Log(
        LogLevel.Error,
        "Message {MessageId} of {Aggregate} was given up after attempt {Attempt}: it was not taken by {Routes}. It is in {Place} now.",
        messageId,
        aggregate,
        attempts,
        Names(failures),
        place);

    public static void NotTaken(ILambdaLogger? logger, string messageId, string aggregate, SendFailure refusal, string failureDestination) => logger?.Log(
        LogLevel.Error,
        "Message {MessageId} of {Aggregate} is to be given up, but {FailureDestination} did not take it ({Code}).",
        messageId,
        aggregate,
        failureDestination,
        refusal.Code);

    public static void Unreadable(ILambdaLogger? logger, TableKey row, FormatException cause) => logger?.Log(
        LogLevel.Error,
        cause,
        "The row {Row} of the outbox cannot be read; it was put aside.",
        row);

    private static string Names(IReadOnlyList<RouteResult> failures) =>
        string.Join(", ", failures.Select(result => $"{result.Name} ({result.Failure!.Code})"));
}
