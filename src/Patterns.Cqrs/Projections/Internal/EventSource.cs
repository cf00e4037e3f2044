namespace Patterns.Cqrs.Internal;

/// <summary>The changes of aggregates that have a history.</summary>
internal sealed class EventSource<TEvent>(EventStore<TEvent> events) : IChangeSource<StoredEvent<TEvent>>
    where TEvent : notnull
{
    public string AggregateType => events.AggregateType;

    public bool IsHistory => true;

    public RecordDecoder<StoredEvent<TEvent>?> Decoder { get; } = AggregateChanges.OfEvents(events.AggregateType, events.Types);

    public ChangeMark MarkOf(StoredEvent<TEvent> change) => new(change.AggregateId, change.Version, change.At);

    public ValueTask<long> GetVersionAsync(string id, CancellationToken cancellationToken) => events.GetVersionAsync(id, cancellationToken);

    public IAsyncEnumerable<StoredEvent<TEvent>> ReadAsync(string id, long after, CancellationToken cancellationToken) => events.ReadAsync(id, after, cancellationToken);

    public IAsyncEnumerable<string> ListAsync(int shard, string? after, CancellationToken cancellationToken) => events.Catalogue.ListAsync(shard, after, cancellationToken);
}
