using Patterns.Outbound;

namespace Patterns.Aws.Internal;

/// <summary>A service that takes text messages in batch requests and answers per entry.</summary>
/// <typeparam name="TEntry">The service's request entry.</typeparam>
internal abstract class BatchDestination<TEntry>(string name, DestinationLimits limits) : IDestination
{
    public string Name => name;

    public DestinationLimits Limits => limits;

    public abstract bool KeepsOrder { get; }

    public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var failures = new List<SendFailure>();
        var entries = Entries(envelopes, failures);
        if (entries.Count == 0)
        {
            return failures;
        }

        try
        {
            foreach (var rejection in await RequestAsync(entries, cancellationToken).ConfigureAwait(false))
            {
                failures.Add(new SendFailure(envelopes[int.Parse(rejection.EntryId)], rejection.Code, rejection.Message, rejection.IsRetryable));
            }

            return failures;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw ServiceErrors.Translate(name, exception);
        }
    }

    /// <summary>Makes an entry whose id is <paramref name="entryId"/>.</summary>
    protected abstract TEntry Entry(string entryId, Envelope envelope, string body);

    /// <summary>Sends the entries and returns those that the service did not take.</summary>
    protected abstract Task<IEnumerable<Rejection>> RequestAsync(List<TEntry> entries, CancellationToken cancellationToken);

    private List<TEntry> Entries(IReadOnlyList<Envelope> envelopes, List<SendFailure> failures)
    {
        var entries = new List<TEntry>(envelopes.Count);
        for (var index = 0; index < envelopes.Count; index++)
        {
            if (EnvelopeText.TryRead(envelopes[index], out var failure) is not { } body)
            {
                failures.Add(failure!);
                continue;
            }

            try
            {
                entries.Add(Entry(index.ToString(), envelopes[index], body));
            }
            catch (ArgumentException invalid)
            {
                failures.Add(new SendFailure(envelopes[index], SendFailureCodes.InvalidEnvelope, invalid.Message, IsRetryable: false));
            }
        }

        return entries;
    }
}
