using Patterns.Facade.Internal;
using Patterns.Tables;

namespace Patterns.Facade;

/// <summary>Keeps values of parts in a table, for all instances of a function: cache-aside, and one instance loads at a time.</summary>
/// <remarks>
/// Best effort: a value is loaded by several at once when the one that loads takes longer than its part may, and when the table does not answer.
/// Values of more than 380,000 bytes are not kept. The table needs a partition key and a sort key of type string, and time to live on <c>expiresAt</c>.
/// </remarks>
public sealed class PartCache
{
    /// <summary>Makes the cache. Mistakes show here, so that they fail the cold start.</summary>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public PartCache(ITable table, PartCacheOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        Options = options.Validated();
        Store = new CacheStore(table, Options);
    }

    internal PartCacheOptions Options { get; }

    internal CacheStore Store { get; }
}
