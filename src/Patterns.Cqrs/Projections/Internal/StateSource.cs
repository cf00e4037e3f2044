using System.Runtime.CompilerServices;

namespace Patterns.Cqrs.Internal;

/// <summary>The changes of aggregates without a history: there is only the newest one.</summary>
internal sealed class StateSource<TState>(StateStore<TState> states) : IChangeSource<StoredState<TState>>
    where TState : notnull
{
    public string AggregateType => states.AggregateType;

    public bool IsHistory => false;

    public RecordDecoder<StoredState<TState>?> Decoder { get; } = AggregateChanges.OfStates(states.AggregateType, states.Json);

    public ChangeMark MarkOf(StoredState<TState> change) => new(change.AggregateId, change.Version, change.At);

    public async ValueTask<long> GetVersionAsync(string id, CancellationToken cancellationToken) =>
        (await states.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Version ?? 0;

    public async IAsyncEnumerable<StoredState<TState>> ReadAsync(string id, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await states.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found && found.Version > after)
        {
            yield return found;
        }
    }

    public IAsyncEnumerable<string> ListAsync(int shard, string? after, CancellationToken cancellationToken) => states.Catalogue.ListAsync(shard, after, cancellationToken);
}
