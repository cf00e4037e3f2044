using Amazon.Lambda.Core;

namespace Patterns.Windows.Internal;

/// <summary>Every log message of windows. They name keys and never quote records.</summary>
internal static class WindowLog
{
    public static void NotClosed(ILambdaLogger? logger, string handler, string key, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "{Handler} could not close windows of key {Key} that are over; they stay due.",
        handler,
        key);

    public static void NotAdvanced(ILambdaLogger? logger, string handler, string shard, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "{Handler} could not close all windows of {Shard} that are over; they stay due.",
        handler,
        shard);

    public static void Diverted(ILambdaLogger? logger, string handler, string result, string key, string destination, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "{Handler} sent the result {Result} of key {Key} to the failure destination, since {Destination} does not take it.",
        handler,
        result,
        key,
        destination);

    public static void NotDiverted(ILambdaLogger? logger, string handler, string result, Exception exception) => logger?.Log(
        LogLevel.Error,
        exception,
        "{Handler} could not send the refused result {Result} to the failure destination; it is tried again.",
        handler,
        result);
}
