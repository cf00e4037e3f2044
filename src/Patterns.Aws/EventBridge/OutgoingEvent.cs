using System.Text;
using Amazon.EventBridge.Model;
using Patterns.Aws.Internal;
using Patterns.Outbound;

namespace Patterns.Aws.EventBridge;

/// <summary>An envelope as an event of a bus: its type and source choose the rules, and the detail is a structured CloudEvent.</summary>
internal sealed record OutgoingEvent(Envelope Envelope, string Source, string DetailType, string Detail) : ICloudEventRecord
{
    private const string DefaultSource = "patterns";
    private const string DefaultType = "message";
    private const int TimeBytes = 14;

    /// <summary>What the service counts.</summary>
    public int Size { get; } = (Envelope.Time is null ? 0 : TimeBytes)
        + Encoding.UTF8.GetByteCount(Source) + Encoding.UTF8.GetByteCount(DetailType) + Encoding.UTF8.GetByteCount(Detail);

    /// <exception cref="ArgumentException">The envelope cannot be written as a CloudEvent.</exception>
    public static OutgoingEvent Of(Envelope envelope) =>
        new(envelope, envelope.Source ?? DefaultSource, envelope.Type ?? DefaultType, Encoding.UTF8.GetString(StructuredCloudEvent.Write(envelope).Span));

    public PutEventsRequestEntry ToEntry(string bus) => new()
    {
        EventBusName = bus,
        Source = Source,
        DetailType = DetailType,
        Detail = Detail,
        Time = Envelope.Time?.UtcDateTime,
    };
}
