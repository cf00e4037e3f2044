using Patterns.Tables;

namespace Patterns.Testing;

/// <summary>A table of the kind that is to keep the contract.</summary>
public abstract class TableUnderTest
{
    /// <summary>The table. Every law uses partitions of its own, so the table may hold other items and serve all laws.</summary>
    public abstract ITable Table { get; }

    /// <summary>Another table of the same store, for transactions that span both.</summary>
    public abstract ITable Other { get; }

    /// <summary>A table of the same kind that does not exist; null where that cannot be.</summary>
    public virtual ITable? Missing => null;
}
