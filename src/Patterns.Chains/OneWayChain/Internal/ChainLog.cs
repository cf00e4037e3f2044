using Amazon.Lambda.Core;

namespace Patterns.OneWayChain.Internal;

/// <summary>Every log message of chains. They name the chain and the step, and never quote a message.</summary>
internal static class ChainLog
{
    public static void Failed(ILambdaLogger? logger, ChainPosition position, string step, Exception failure) => logger?.Log(
        LogLevel.Error,
        failure,
        "Chain {ChainId} has failed at step {Step}, hop {Hop}; its failure record is written.",
        position.ChainId,
        step,
        position.Hop);

    public static void Buried(ILambdaLogger? logger, ChainPosition position, string step, FailureCause cause) => logger?.Log(
        LogLevel.Error,
        "Chain {ChainId} has failed at step {Step}, hop {Hop} ({ErrorType}); its failure record is written.",
        position.ChainId,
        step,
        position.Hop,
        cause.ErrorType ?? "tries used up");
}
