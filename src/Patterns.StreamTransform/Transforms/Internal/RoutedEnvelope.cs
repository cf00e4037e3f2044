using Patterns.Outbound;

namespace Patterns.StreamTransform.Internal;

/// <summary>An envelope and the position of the sink that it goes to.</summary>
internal readonly record struct RoutedEnvelope(int Sink, Envelope Envelope)
{
    public void AddTo(SinkBatch?[] batches, int owner) => (batches[Sink] ??= new SinkBatch()).Add(Envelope, owner);
}
