using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Patterns.Aws.Internal;
using Patterns.Limits;
using Patterns.Outbound;

namespace Patterns.Aws.Kinesis;

/// <summary>A stream. The key is the partition key, and each record is a structured CloudEvent, since records have no attributes.</summary>
/// <remarks>
/// A shard keeps the order in which records arrive, but one PutRecords promises no order among its records. Writers that keep the
/// order send one record of a key at a time, so that nothing depends on it.
/// </remarks>
internal sealed class KinesisDestination(IAmazonKinesis client, DestinationName name) : IDestination
{
    /// <summary>What the CloudEvent around the body and the partition key may take.</summary>
    private const int Reserve = 1024;

    public string Name => name.Text;

    public DestinationLimits Limits { get; } = new(
        ServiceLimits.KinesisBatchEntries,
        ServiceLimits.KinesisBatchBytes,
        ServiceLimits.KinesisRecordBytes - Reserve,
        int.MaxValue);

    public bool KeepsOrder => true;

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
            throw ServiceErrors.Translate(name.Text, exception);
        }
    }

    private List<OutgoingRecord> Records(IReadOnlyList<Envelope> envelopes, List<SendFailure> failures)
    {
        var records = new List<OutgoingRecord>(envelopes.Count);
        foreach (var envelope in envelopes)
        {
            try
            {
                var record = OutgoingRecord.Of(envelope);
                if (record.Size <= ServiceLimits.KinesisRecordBytes)
                {
                    records.Add(record);
                    continue;
                }

                failures.Add(new SendFailure(
                    envelope, SendFailureCodes.EntryTooLarge, $"It has {record.Size} bytes as a CloudEvent; {name.Text} takes {ServiceLimits.KinesisRecordBytes}.", IsRetryable: false));
            }
            catch (ArgumentException invalid)
            {
                failures.Add(new SendFailure(envelope, SendFailureCodes.InvalidEnvelope, invalid.Message, IsRetryable: false));
            }
        }

        return records;
    }

    // One request, unless text that had to be escaped made the records larger than the envelopes said.
    private static IEnumerable<List<OutgoingRecord>> Requests(List<OutgoingRecord> records)
    {
        var request = new List<OutgoingRecord>(records.Count);
        var bytes = 0;
        foreach (var record in records)
        {
            if (bytes + record.Size > ServiceLimits.KinesisBatchBytes)
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

    private async Task PutAsync(List<OutgoingRecord> records, List<SendFailure> failures, CancellationToken cancellationToken)
    {
        var request = new PutRecordsRequest { StreamARN = name.Text, Records = records.ConvertAll(record => record.ToEntry()) };
        var response = await client.PutRecordsAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.FailedRecordCount is not > 0)
        {
            return;
        }

        // The service says nothing but that a shard was busy or that it failed itself: both may heal.
        for (var i = 0; i < records.Count; i++)
        {
            if (response.Records[i] is { ErrorCode: { Length: > 0 } code } failed)
            {
                failures.Add(new SendFailure(records[i].Envelope, code, failed.ErrorMessage, IsRetryable: true));
            }
        }
    }
}
