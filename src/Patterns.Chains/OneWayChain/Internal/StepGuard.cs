using System.Runtime.ExceptionServices;

namespace Patterns.OneWayChain.Internal;

/// <summary>What must hold before a step runs.</summary>
internal static class StepGuard
{
    /// <exception cref="ChainLoopException">The chain was handed on too often.</exception>
    /// <exception cref="Exception">What the message could not be read for.</exception>
    public static void Check<TMessage>(ChainMessage<TMessage> message, string step, int maxHops)
    {
        if (message.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (message.Position.Hop >= maxHops)
        {
            throw new ChainLoopException(step, message.Position, maxHops);
        }
    }
}
