namespace Patterns.Records.Internal;

/// <summary>A record that was decoded, or was found to be undecodable, before any handler runs.</summary>
internal sealed class PreparedRecord<TMessage>(RecordContext context)
{
    public RecordContext Context => context;

    /// <summary>The message; meaningless when there is a <see cref="Failure"/>.</summary>
    public TMessage Message { get; set; } = default!;

    /// <summary>SHA-256 of the message's bytes; null when no behaviour asked for it.</summary>
    public byte[]? Digest { get; set; }

    /// <summary>Why the record must not be handled; null when it may be.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether <see cref="Failure"/> comes from the decoder.</summary>
    public bool IsUndecodable { get; set; }
}
