using Patterns.Outbound;

namespace Patterns.Testing;

/// <summary>A destination, and the way to see what arrived behind it.</summary>
public abstract class DestinationUnderTest
{
    /// <summary>The destination; new and empty for every law.</summary>
    public abstract IDestination Destination { get; }

    /// <summary>A destination of the same kind that does not exist; null where that cannot be.</summary>
    public virtual IDestination? Missing => null;

    /// <summary>Takes out of the channel what has arrived, once <paramref name="count"/> messages are there.</summary>
    public abstract Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int count);
}
