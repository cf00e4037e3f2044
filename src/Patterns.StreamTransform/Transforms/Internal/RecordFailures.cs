using Patterns.Outbound;

namespace Patterns.StreamTransform.Internal;

/// <summary>Which sinks did not take outputs of one record, and why.</summary>
internal sealed class RecordFailures
{
    private readonly Dictionary<string, SendFailure> _bySink = new(StringComparer.Ordinal);

    /// <summary>Keeps the failure; a hopeless one of a sink counts more than those behind it.</summary>
    public void Add(string sink, SendFailure failure)
    {
        if (!_bySink.TryGetValue(sink, out var known) || (failure.IsHopeless() && !known.IsHopeless()))
        {
            _bySink[sink] = failure;
        }
    }

    /// <summary>When a retry can help no sink, the record is poison.</summary>
    public Exception ToException(string messageId)
    {
        var exception = new TransformFailedException(messageId, _bySink);
        return _bySink.Values.All(failure => failure.IsHopeless()) ? new NonRetryableException(exception.Message, exception) : exception;
    }

}
