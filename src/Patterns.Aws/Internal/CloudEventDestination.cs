using Patterns.Outbound;

namespace Patterns.Aws.Internal;

/// <summary>A service whose records have no attributes: each is a structured CloudEvent, and the service answers for each of a request.</summary>
/// <typeparam name="TRecord">The envelope as the service takes it.</typeparam>
/// <param name="name">The ARN.</param>
/// <param name="maxEntries">Records in one request.</param>
/// <param name="maxRequestBytes">All records of one request together.</param>
/// <param name="maxRecordBytes">One record, with the CloudEvent around the body.</param>
internal abstract class CloudEventDestination<TRecord>(string name, int maxEntries, int maxRequestBytes, int maxRecordBytes) : IDestination
    where TRecord : ICloudEventRecord
{
    /// <summary>What the CloudEvent around the body, and what stands beside it, may take.</summary>
    private const int Reserve = 1024;

    public string Name => name;

    public DestinationLimits Limits { get; } = new(maxEntries, maxRequestBytes, maxRecordBytes - Reserve, int.MaxValue);

    public abstract bool KeepsOrder { get; }

    public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var failures = new List<SendFailure>();
        var records = Records(envelopes, failures);
        try
        {
            foreach (var request in Requests(records))
            {
                await PutAsync(request, failures, cancellationToken).ConfigureAwait(false);
            }

            return failures;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw ServiceErrors.Translate(name, exception);
        }
    }

    /// <exception cref="ArgumentException">The envelope cannot be written as a CloudEvent.</exception>
    protected abstract TRecord RecordOf(Envelope envelope);

    /// <summary>Sends one request, and adds the records that the service did not take to <paramref name="failures"/>.</summary>
    protected abstract Task PutAsync(List<TRecord> records, List<SendFailure> failures, CancellationToken cancellationToken);

    private List<TRecord> Records(IReadOnlyList<Envelope> envelopes, List<SendFailure> failures)
    {
        var records = new List<TRecord>(envelopes.Count);
        foreach (var envelope in envelopes)
        {
            try
            {
                var record = envelope.Body.IsEmpty ? throw new ArgumentException("An empty body cannot be told from no body.") : RecordOf(envelope);
                if (record.Size <= maxRecordBytes)
                {
                    records.Add(record);
                    continue;
                }

                failures.Add(new SendFailure(
                    envelope, SendFailureCodes.EntryTooLarge, $"It has {record.Size} bytes as a CloudEvent; {name} takes {maxRecordBytes}.", IsRetryable: false));
            }
            catch (ArgumentException invalid)
            {
                failures.Add(new SendFailure(envelope, SendFailureCodes.InvalidEnvelope, invalid.Message, IsRetryable: false));
            }
        }

        return records;
    }

    // One request, unless text that had to be escaped made the records larger than the envelopes said.
    private IEnumerable<List<TRecord>> Requests(List<TRecord> records)
    {
        var request = new List<TRecord>(records.Count);
        var bytes = 0;
        foreach (var record in records)
        {
            if (bytes + record.Size > maxRequestBytes)
            {
                yield return request;
                (request, bytes) = ([], 0);
            }

            request.Add(record);
            bytes += record.Size;
        }

        if (request.Count > 0)
        {
            yield return request;
        }
    }
}
