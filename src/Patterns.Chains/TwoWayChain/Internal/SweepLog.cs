using Amazon.Lambda.Core;

namespace Patterns.TwoWayChain.Internal;

/// <summary>What sweeps log.</summary>
internal static class SweepLog
{
    public static void OutOfTime(ILambdaLogger? logger) => logger?.Log(
        LogLevel.Warning,
        "Time ran out before everything that is due was looked at; the next sweep goes on.");
}
