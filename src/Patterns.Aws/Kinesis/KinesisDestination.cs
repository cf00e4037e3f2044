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
internal sealed class KinesisDestination(IAmazonKinesis client, DestinationName name)
    : CloudEventDestination<OutgoingRecord>(name.Text, ServiceLimits.KinesisBatchEntries, ServiceLimits.KinesisBatchBytes, ServiceLimits.KinesisRecordBytes)
{
    public override bool KeepsOrder => true;

    protected override OutgoingRecord RecordOf(Envelope envelope) => OutgoingRecord.Of(envelope);

    protected override async Task PutAsync(List<OutgoingRecord> records, List<SendFailure> failures, CancellationToken cancellationToken)
    {
        var request = new PutRecordsRequest { StreamARN = Name, Records = records.ConvertAll(record => record.ToEntry()) };
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
