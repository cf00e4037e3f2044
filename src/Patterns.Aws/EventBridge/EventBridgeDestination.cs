using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Patterns.Aws.Internal;
using Patterns.Limits;
using Patterns.Outbound;

namespace Patterns.Aws.EventBridge;

/// <summary>A bus. Events have no attributes, so that each detail is a structured CloudEvent; type and source are also the event's own.</summary>
/// <remarks>The service takes events for a bus that does not exist and says nothing: such a destination cannot fail.</remarks>
internal sealed class EventBridgeDestination(IAmazonEventBridge client, DestinationName name)
    : CloudEventDestination<OutgoingEvent>(name.Text, ServiceLimits.EventBridgeBatchEntries, ServiceLimits.EventBridgeBatchBytes, ServiceLimits.EventBridgeBatchBytes)
{
    public override bool KeepsOrder => false;

    protected override OutgoingEvent RecordOf(Envelope envelope) => OutgoingEvent.Of(envelope);

    protected override async Task PutAsync(List<OutgoingEvent> records, List<SendFailure> failures, CancellationToken cancellationToken)
    {
        var request = new PutEventsRequest { Entries = records.ConvertAll(item => item.ToEntry(Name)) };
        var response = await client.PutEventsAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.FailedEntryCount is not > 0)
        {
            return;
        }

        for (var i = 0; i < records.Count; i++)
        {
            if (response.Entries[i] is { ErrorCode: { Length: > 0 } code } failed)
            {
                failures.Add(new SendFailure(records[i].Envelope, code, failed.ErrorMessage, IsRetryable(code)));
            }
        }
    }

    private static bool IsRetryable(string code) =>
        code.StartsWith("Internal", StringComparison.Ordinal) || code.Contains("Throttl", StringComparison.Ordinal);
}
