using Amazon.Lambda.Core;

namespace Patterns.FanOut.Internal;

/// <summary>Every log message of the package.</summary>
internal static class Log
{
    public static void NotNoted(ILambdaLogger? logger, string messageId, Exception exception) => logger?.Log(
        LogLevel.Warning,
        exception,
        "The ledger did not note who has message {MessageId}; should it come again, they get it again.",
        messageId);
}
