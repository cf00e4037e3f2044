using Patterns.Records.Internal;

namespace Patterns;

/// <summary>What a record came to, on its way to being committed.</summary>
/// <typeparam name="TWork">The work.</typeparam>
public readonly struct CommitEntry<TWork>
    where TWork : class
{
    private readonly CommitRun<TWork> _run;

    internal CommitEntry(CommitRun<TWork> run, TWork work, RecordContext context)
    {
        _run = run;
        Work = work;
        Context = context;
    }

    /// <summary>The work.</summary>
    public TWork Work { get; }

    /// <summary>The record.</summary>
    public RecordContext Context { get; }

    /// <summary>
    /// Says that the work is not durable: the record comes again, and in an ordered source those behind it in its key with it. With
    /// a <see cref="NonRetryableException"/>, it goes to the failure destination. The first failure of a record counts.
    /// </summary>
    public void Fail(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        _run.Fail(Context, failure);
    }
}
