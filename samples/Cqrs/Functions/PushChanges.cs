using System.Text.Json;
using Patterns;
using Patterns.Aws;
using Patterns.Cqrs;

namespace Cqrs.Functions;

/// <summary>
/// Tells browsers of each row that changes, behind the stream of the views' table. A browser takes the newest version that it gets of a policy: what comes twice,
/// or once more from a version of the view that is being built, does no harm.
/// </summary>
public sealed class PushChanges() : RecordHandler<ViewChange<PolicyRow>?>(ViewChanges.Of("holders", Json.Default.PolicyRow), new RecordHandlerOptions
{
    PartitionKeyName = "pk",
    FailureDestination = Destination.From(Environment.GetEnvironmentVariable("FAILED_CHANGES_QUEUE")!),
})
{
    protected override async ValueTask HandleAsync(ViewChange<PolicyRow>? message, RecordContext context)
    {
        if (message is { Value: { } policy })
        {
            await Sockets.Push.PublishAsync(
                Sockets.TopicOf(message.Key.Partition),
                JsonSerializer.SerializeToUtf8Bytes(policy, Json.Default.PolicyRow),
                context.CancellationToken);
        }
    }
}
