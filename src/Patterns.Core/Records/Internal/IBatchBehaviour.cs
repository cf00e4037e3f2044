namespace Patterns.Records.Internal;

/// <summary>A behaviour that also takes part in a batch as a whole, beside wrapping the handling of each record.</summary>
/// <typeparam name="TMessage">The message's type.</typeparam>
internal interface IBatchBehaviour<TMessage>
{
    /// <summary>Whether it asks for <see cref="PreparedRecord{TMessage}.Digest"/>.</summary>
    bool NeedsDigest { get; }

    /// <summary>Begins its part in one batch.</summary>
    IBatchTurn Begin(BatchView<TMessage> batch);
}
