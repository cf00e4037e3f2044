namespace Patterns.Cqrs.Internal;

/// <summary>Where the changes of a type of aggregate come from, besides the stream.</summary>
internal interface IChangeSource<TChange>
{
    public string AggregateType { get; }

    /// <summary>Whether every version has to be seen; else only the newest one counts.</summary>
    public bool IsHistory { get; }

    public RecordDecoder<TChange?> Decoder { get; }

    public ChangeMark MarkOf(TChange change);

    /// <summary>The aggregate's version now; 0 for none.</summary>
    public ValueTask<long> GetVersionAsync(string id, CancellationToken cancellationToken);

    /// <summary>The changes behind a version, in order.</summary>
    public IAsyncEnumerable<TChange> ReadAsync(string id, long after, CancellationToken cancellationToken);

    /// <summary>The ids of aggregates in a shard of the catalogue behind one of them.</summary>
    public IAsyncEnumerable<string> ListAsync(int shard, string? after, CancellationToken cancellationToken);
}
