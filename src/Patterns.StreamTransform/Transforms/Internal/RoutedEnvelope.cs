using Patterns.Outbound;

namespace Patterns.StreamTransform.Internal;

/// <summary>An envelope and the position of the sink that it goes to.</summary>
internal readonly record struct RoutedEnvelope(int Sink, Envelope Envelope)
{
    public void AddTo(SinkBatch?[] batches, int owner, int records) => (batches[Sink] ??= new SinkBatch(records)).Add(Envelope, owner);
}
