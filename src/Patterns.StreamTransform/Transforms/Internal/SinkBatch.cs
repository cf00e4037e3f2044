using Patterns.Outbound;

namespace Patterns.StreamTransform.Internal;

/// <summary>What one invocation has for a sink, in the order of the records, and whose outputs they are.</summary>
internal sealed class SinkBatch
{
    private readonly List<int> _owners = [];
    private readonly List<Envelope> _envelopes = [];

    public IReadOnlyList<Envelope> Envelopes => _envelopes;

    public void Add(Envelope envelope, int owner)
    {
        _envelopes.Add(envelope);
        _owners.Add(owner);
    }

    /// <summary>The failures with the positions of the records that they are of.</summary>
    public IEnumerable<(int Owner, SendFailure Failure)> OwnersOf(IReadOnlyList<SendFailure> failures)
    {
        var byEnvelope = new Dictionary<object, SendFailure>(failures.Select(failure => KeyValuePair.Create<object, SendFailure>(failure.Envelope, failure)), ReferenceEqualityComparer.Instance);
        for (var index = 0; index < _envelopes.Count; index++)
        {
            if (byEnvelope.TryGetValue(_envelopes[index], out var failure))
            {
                yield return (_owners[index], failure);
            }
        }
    }
}
