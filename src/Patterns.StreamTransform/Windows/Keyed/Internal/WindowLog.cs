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
}
