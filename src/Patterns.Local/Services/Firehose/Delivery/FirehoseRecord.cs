namespace Patterns.Local.Services.Firehose.Delivery;

/// <summary>A record on its way to an object.</summary>
/// <param name="Id">What the function knows it by.</param>
/// <param name="Data">The data as it came.</param>
/// <param name="ArrivedAt">When it came.</param>
internal sealed record FirehoseRecord(string Id, ReadOnlyMemory<byte> Data, DateTimeOffset ArrivedAt)
{
    /// <summary>Where in a Kinesis stream it comes from; null for records that were put.</summary>
    public SourcePosition? Source { get; init; }
}
