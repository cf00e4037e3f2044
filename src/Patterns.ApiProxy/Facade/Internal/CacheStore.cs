using Patterns.Http.Internal;
using Patterns.Tables;

namespace Patterns.Facade.Internal;

/// <summary>Reads and writes the items of a cache. What the table does not do in time is not done.</summary>
internal sealed class CacheStore(ITable table, PartCacheOptions options)
{
    private const int LargestValue = 380_000;
    private const string ValueField = "value";
    private const string StoredAtField = "storedAt";
    private const string OwnerField = "owner";
    private const string ClaimUntilField = "claimUntil";

    /// <summary>The value; null when there is none that may be served, or the table did not answer.</summary>
    public async ValueTask<CacheEntry?> ReadAsync(string key, TimeProvider time, CancellationToken cancellationToken)
    {
        var item = await TableCall.InTimeAsync(token => table.GetAsync(KeyOf(key), token), options.TableTimeout, time, cancellationToken).ConfigureAwait(false);
        if (item?[ValueField] is not { } value || item[StoredAtField] is not { } storedAt)
        {
            return null;
        }

        var age = time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(storedAt.GetInt64());
        age = age > TimeSpan.Zero ? age : TimeSpan.Zero;
        return age < options.Fresh + options.Stale ? new CacheEntry(value.GetBytes(), age, age < options.Fresh) : null;
    }

    /// <summary>Lets one caller load, until it has, or its time is over.</summary>
    public async ValueTask<CacheClaim> ClaimAsync(string key, string owner, TimeSpan lease, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var update = new TableUpdate(KeyOf(key)).Set(OwnerField, owner).Set(ClaimUntilField, Milliseconds(now + lease)) with
        {
            Condition = TableCondition.Missing(ClaimUntilField) | TableCondition.LessOrEqual(ClaimUntilField, Milliseconds(now)),
            ExpiresAt = now + options.Fresh + options.Stale + lease,
        };
        return await WriteAsync(update, time, cancellationToken).ConfigureAwait(false) switch
        {
            { Applied: true } => CacheClaim.Taken,
            { Applied: false } => CacheClaim.HeldByOther,
            null => CacheClaim.Unknown,
        };
    }

    /// <summary>Keeps what the holder of the claim loaded, and ends the claim.</summary>
    public async ValueTask KeepAsync(string key, string owner, ReadOnlyMemory<byte> value, TimeProvider time, CancellationToken cancellationToken)
    {
        if (value.Length > LargestValue)
        {
            await ReleaseAsync(key, owner, time, cancellationToken).ConfigureAwait(false);
            return;
        }

        var now = time.GetUtcNow();
        var update = new TableUpdate(KeyOf(key))
            .Set(ValueField, TableValue.From(value.Span))
            .Set(StoredAtField, Milliseconds(now))
            .Remove(OwnerField)
            .Remove(ClaimUntilField) with
        {
            Condition = TableCondition.Equal(OwnerField, owner),
            ExpiresAt = now + options.Fresh + options.Stale,
        };
        await WriteAsync(update, time, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask ReleaseAsync(string key, string owner, TimeProvider time, CancellationToken cancellationToken)
    {
        var update = new TableUpdate(KeyOf(key)).Remove(OwnerField).Remove(ClaimUntilField) with { Condition = TableCondition.Equal(OwnerField, owner) };
        await WriteAsync(update, time, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<TableWriteResult?> WriteAsync(TableWrite write, TimeProvider time, CancellationToken cancellationToken) =>
        TableCall.InTimeAsync<TableWriteResult?>(async token => await table.WriteAsync(write, token).ConfigureAwait(false), options.TableTimeout, time, cancellationToken);

    private TableKey KeyOf(string key) => new($"cache#{options.Name}#{key}", "value");

    private static TableValue Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();
}
