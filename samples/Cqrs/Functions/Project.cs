using Patterns;
using Patterns.Aws;
using Patterns.Cqrs;

namespace Cqrs.Functions;

/// <summary>Keeps the views, behind the stream of the policies' table.</summary>
public sealed class Project() : ProjectionHandler<StoredEvent<PolicyEvent>>(Views.Projector, new RecordHandlerOptions
{
    PartitionKeyName = "pk",
    FailureDestination = Destination.From(Environment.GetEnvironmentVariable("FAILED_CHANGES_QUEUE")!),
});
