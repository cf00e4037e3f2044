namespace Patterns.Cqrs.Internal;

/// <summary>The changes of one aggregate in a batch, in their order, each once; and the entries that brought them.</summary>
internal sealed record AggregateEntries<TChange>(string Id, IReadOnlyList<CommitEntry<TChange>> Entries, IReadOnlyList<TChange> Changes)
    where TChange : class;
