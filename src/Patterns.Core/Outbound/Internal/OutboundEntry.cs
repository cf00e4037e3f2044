namespace Patterns.Outbound.Internal;

/// <summary>A message and how far it has come.</summary>
internal sealed class OutboundEntry(Envelope envelope, int position)
{
    public Envelope Envelope => envelope;

    public int Position => position;

    /// <summary>Known once the entry was measured.</summary>
    public int Size { get; private set; }

    public int Attempts { get; set; }

    public bool IsSent { get; set; }

    /// <summary>Whether <see cref="Failure"/> is final.</summary>
    public bool HasFailed { get; set; }

    public SendFailure? Failure { get; set; }

    /// <summary>Why no request can hold the entry, or null.</summary>
    public (string Code, string Message)? Measure(string destination, DestinationLimits limits)
    {
        try
        {
            Size = envelope.GetSize();
            var attributes = EnvelopeAttributes.CountOf(envelope);
            return (Size > limits.MaxEntryBytes, attributes > limits.MaxAttributes) switch
            {
                (true, _) => (SendFailureCodes.EntryTooLarge, $"It has {Size} bytes with its attributes; {destination} takes {limits.MaxEntryBytes}."),
                (_, true) => (SendFailureCodes.TooManyAttributes, $"It has {attributes} attributes; {destination} takes {limits.MaxAttributes}."),
                _ => null,
            };
        }
        catch (ArgumentException invalid)
        {
            return (SendFailureCodes.InvalidEnvelope, invalid.Message);
        }
    }
}
