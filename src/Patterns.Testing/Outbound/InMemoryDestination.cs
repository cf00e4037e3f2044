using Patterns.Limits;
using Patterns.Outbound;

namespace Patterns.Testing;

/// <summary>A destination that keeps what it gets, and fails when a test says so.</summary>
public sealed class InMemoryDestination(string name = "memory", DestinationLimits? limits = null) : IDestination
{
    private readonly Lock _lock = new();
    private readonly List<Envelope> _received = [];
    private readonly List<int> _requests = [];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public DestinationLimits Limits { get; } = limits ?? new(
        ServiceLimits.SqsBatchEntries,
        ServiceLimits.SqsBatchBytes,
        ServiceLimits.SqsMessageBytes,
        ServiceLimits.SqsMessageAttributes);

    /// <inheritdoc/>
    public bool KeepsOrder { get; init; }

    /// <summary>
    /// Asked for each entry before it is kept: the failure to report for it, or null to take it; throwing fails the whole
    /// request. Default: takes everything.
    /// </summary>
    public Func<Envelope, SendFailure?> Refuse { get; set; } = static _ => null;

    /// <summary>What arrived, in order of arrival.</summary>
    public IReadOnlyList<Envelope> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>How many entries each request had.</summary>
    public IReadOnlyList<int> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        cancellationToken.ThrowIfCancellationRequested();
        CheckRequest(envelopes);
        lock (_lock)
        {
            _requests.Add(envelopes.Count);
            var failures = new List<SendFailure>();
            foreach (var envelope in envelopes)
            {
                if (Refuse(envelope) is { } failure)
                {
                    failures.Add(failure);
                }
                else
                {
                    _received.Add(envelope);
                }
            }

            return ValueTask.FromResult<IReadOnlyList<SendFailure>>(failures);
        }
    }

    /// <summary>Refuses what a real service would refuse, so that a test finds a writer that packs too much.</summary>
    private void CheckRequest(IReadOnlyList<Envelope> envelopes)
    {
        var bytes = envelopes.Sum(envelope => envelope.GetSize());
        var ids = envelopes.Select(envelope => envelope.Id).Distinct(StringComparer.Ordinal).Count();
        var isTooLarge = envelopes.Any(envelope => envelope.GetSize() > Limits.MaxEntryBytes || envelope.ToAttributes().Count > Limits.MaxAttributes);
        if (envelopes.Count == 0 || envelopes.Count > Limits.MaxEntries || bytes > Limits.MaxRequestBytes || ids != envelopes.Count || isTooLarge)
        {
            throw new DestinationException(
                $"The request has {envelopes.Count} entries with {ids} distinct ids and {bytes} bytes; {Name} takes {Limits}.",
                isRetryable: false);
        }
    }
}
