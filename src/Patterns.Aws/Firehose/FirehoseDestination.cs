using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Patterns.Aws.Internal;
using Patterns.Limits;
using Patterns.Outbound;

namespace Patterns.Aws.Firehose;

/// <summary>A delivery stream. Each record is a structured CloudEvent, since records have no attributes, and the keys stay unused.</summary>
internal sealed class FirehoseDestination(IAmazonKinesisFirehose client, DestinationName name, FirehoseDestinationOptions options)
    : CloudEventDestination<DeliveredRecord>(name.Text, ServiceLimits.FirehoseBatchEntries, ServiceLimits.FirehoseBatchBytes, ServiceLimits.FirehoseRecordBytes)
{
    public override bool KeepsOrder => false;

    protected override DeliveredRecord RecordOf(Envelope envelope) => DeliveredRecord.Of(envelope, options.AppendsNewLine);

    protected override async Task PutAsync(List<DeliveredRecord> records, List<SendFailure> failures, CancellationToken cancellationToken)
    {
        var request = new PutRecordBatchRequest { DeliveryStreamName = name.Name, Records = records.ConvertAll(record => record.ToRecord()) };
        var response = await client.PutRecordBatchAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.FailedPutCount is not > 0)
        {
            return;
        }

        for (var i = 0; i < records.Count; i++)
        {
            if (response.RequestResponses[i] is { ErrorCode: { Length: > 0 } code } failed)
            {
                failures.Add(new SendFailure(records[i].Envelope, code, failed.ErrorMessage, IsRetryable(code)));
            }
        }
    }

    // The service documents the first two: it was busy, or failed itself.
    private static bool IsRetryable(string code) =>
        code.StartsWith("ServiceUnavailable", StringComparison.Ordinal)
        || code.StartsWith("Internal", StringComparison.Ordinal)
        || code.Contains("Throttl", StringComparison.Ordinal);
}
