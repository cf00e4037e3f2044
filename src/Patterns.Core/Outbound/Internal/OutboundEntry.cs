namespace Patterns.Outbound.Internal;

/// <summary>A message and how far it has come.</summary>
internal sealed class OutboundEntry(Envelope envelope, int position)
{
    public Envelope Envelope => envelope;

    public int Position => position;

    public int Size { get; } = envelope.GetSize();

    public int Attempts { get; set; }

    public bool IsSent { get; set; }

    public SendFailure? Failure { get; set; }
}
