namespace Patterns.Records.Internal;

/// <summary>The work of one invocation's records, by index. Workers write, the commit reads.</summary>
internal sealed class CommitRun<TWork>(int count, Func<IReadOnlyList<CommitEntry<TWork>>, CancellationToken, ValueTask> commit) : ICommitRun
    where TWork : class
{
    private readonly (TWork? Work, RecordContext? Context)[] _works = new (TWork?, RecordContext?)[count];
    private readonly Lock _lock = new();
    private IReadOnlyList<CommitEntry<TWork>> _entries = [];
    private SortedList<int, (RecordContext Context, Exception Failure)>? _failures;
    private bool _isClosed;

    /// <summary>What the record came to; that of an earlier attempt is forgotten.</summary>
    public void Keep(TWork? work, RecordContext context) => _works[context.Index] = (work, context);

    public ValueTask CommitAsync(RecordStates states, CancellationToken cancellationToken)
    {
        var entries = new List<CommitEntry<TWork>>(count);
        for (var index = 0; index < count; index++)
        {
            if (states[index] == RecordState.Handled && _works[index] is ({ } work, { } context))
            {
                entries.Add(new CommitEntry<TWork>(this, work, context));
            }
        }

        _entries = entries;
        return entries.Count == 0 ? ValueTask.CompletedTask : commit(entries, cancellationToken);
    }

    public void Fail(RecordContext context, Exception failure)
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                (_failures ??= []).TryAdd(context.Index, (context, failure));
            }
        }
    }

    public void FailAll(Exception failure)
    {
        foreach (var entry in _entries)
        {
            Fail(entry.Context, failure);
        }
    }

    public IReadOnlyList<(RecordContext Context, Exception Failure)> Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            return _failures is null ? [] : [.. _failures.Values];
        }
    }
}
