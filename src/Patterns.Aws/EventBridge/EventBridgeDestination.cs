using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Patterns.Aws.Internal;
using Patterns.Limits;
using Patterns.Outbound;

namespace Patterns.Aws.EventBridge;

/// <summary>A bus. Events have no attributes, so that each detail is a structured CloudEvent; type and source are also the event's own.</summary>
/// <remarks>The service takes events for a bus that does not exist and says nothing: such a destination cannot fail.</remarks>
internal sealed class EventBridgeDestination(IAmazonEventBridge client, DestinationName name) : IDestination
{
    /// <summary>What the CloudEvent around the body, source and type may take.</summary>
    private const int Reserve = 1024;

    public string Name => name.Text;

    public DestinationLimits Limits { get; } = new(
        ServiceLimits.EventBridgeBatchEntries,
        ServiceLimits.EventBridgeBatchBytes,
        ServiceLimits.EventBridgeBatchBytes - Reserve,
        int.MaxValue);

    public bool KeepsOrder => false;

    public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var failures = new List<SendFailure>();
        var events = Events(envelopes, failures);
        try
        {
            foreach (var request in Requests(events))
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

    private List<OutgoingEvent> Events(IReadOnlyList<Envelope> envelopes, List<SendFailure> failures)
    {
        var events = new List<OutgoingEvent>(envelopes.Count);
        foreach (var envelope in envelopes)
        {
            try
            {
                var item = OutgoingEvent.Of(envelope);
                if (item.Size <= ServiceLimits.EventBridgeBatchBytes)
                {
                    events.Add(item);
                    continue;
                }

                failures.Add(new SendFailure(
                    envelope, SendFailureCodes.EntryTooLarge, $"It has {item.Size} bytes as an event; {name.Text} takes {ServiceLimits.EventBridgeBatchBytes}.", IsRetryable: false));
            }
            catch (ArgumentException invalid)
            {
                failures.Add(new SendFailure(envelope, SendFailureCodes.InvalidEnvelope, invalid.Message, IsRetryable: false));
            }
        }

        return events;
    }

    // One request, unless text that had to be escaped made the events larger than the envelopes said.
    private static IEnumerable<List<OutgoingEvent>> Requests(List<OutgoingEvent> events)
    {
        var request = new List<OutgoingEvent>(events.Count);
        var bytes = 0;
        foreach (var item in events)
        {
            if (bytes + item.Size > ServiceLimits.EventBridgeBatchBytes)
            {
                yield return request;
                (request, bytes) = ([], 0);
            }

            request.Add(item);
            bytes += item.Size;
        }

        if (request.Count > 0)
        {
            yield return request;
        }
    }

    private async Task PutAsync(List<OutgoingEvent> events, List<SendFailure> failures, CancellationToken cancellationToken)
    {
        var request = new PutEventsRequest { Entries = events.ConvertAll(item => item.ToEntry(name.Text)) };
        var response = await client.PutEventsAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.FailedEntryCount is not > 0)
        {
            return;
        }

        for (var i = 0; i < events.Count; i++)
        {
            if (response.Entries[i] is { ErrorCode: { Length: > 0 } code } failed)
            {
                failures.Add(new SendFailure(events[i].Envelope, code, failed.ErrorMessage, IsRetryable(code)));
            }
        }
    }

    private static bool IsRetryable(string code) =>
        code.StartsWith("Internal", StringComparison.Ordinal) || code.Contains("Throttl", StringComparison.Ordinal);
}
