namespace Patterns.OneWayChain;

/// <summary>A message with its position in the chain, as behaviours around a step see it.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
public sealed class ChainMessage<TMessage>
{
    internal ChainMessage(TMessage message, ChainPosition position)
    {
        Message = message;
        Position = position;
    }

    internal ChainMessage(Exception failure, ChainPosition position)
    {
        Message = default!;
        Position = position;
        Failure = failure;
    }

    /// <summary>
    /// The message. An idempotency key that reads it must expect null, for a message that cannot be read and never reaches the
    /// step; one that reads the <see cref="Position"/> need not.
    /// </summary>
    public TMessage Message { get; }

    /// <summary>Where in which chain it is.</summary>
    public ChainPosition Position { get; }

    /// <summary>Why the message cannot be used; null for most.</summary>
    internal Exception? Failure { get; }
}
