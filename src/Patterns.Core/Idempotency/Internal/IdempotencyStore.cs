using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>What all batches and calls of one object share: the table, the rules, and what this process knows to be completed.</summary>
internal sealed class IdempotencyStore(ITable table, IdempotencyOptions options)
{
    public ITable Table => table;

    public IdempotencyOptions Options => options;

    public CompletedCache Cache { get; } = new(options.CacheSize);
}
