using System.Collections.Concurrent;

namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Writes down the events that a stream tells of.</summary>
internal sealed class AccountChanges() : RecordHandler<StoredEvent<AccountEvent>?>(
    AggregateChanges.OfEvents(Bank.Type, Bank.Types),
    new RecordHandlerOptions { PartitionKeyName = "pk" })
{
    public ConcurrentQueue<StoredEvent<AccountEvent>> Seen { get; } = new();

    protected override ValueTask HandleAsync(StoredEvent<AccountEvent>? message, RecordContext context)
    {
        if (message is not null)
        {
            Seen.Enqueue(message);
        }

        return ValueTask.CompletedTask;
    }
}
