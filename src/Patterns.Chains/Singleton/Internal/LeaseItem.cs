using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>An item that is a lease, whatever else it is: the conditional writes that take, renew and give it back.</summary>
internal sealed class LeaseItem(ITable table, TableKey key, string name, LeaseOptions options)
{
    // Tables keep whole milliseconds.
    private static readonly TimeSpan ClockGrain = TimeSpan.FromMilliseconds(1);

    public ITable Table => table;

    public TableKey Key => key;

    public string Name => name;

    public LeaseOptions Options => options;

    /// <summary>What else must hold for the lease to be taken. Default: nothing.</summary>
    public TableCondition? Requirement { get; init; }

    public ValueTask<TableItem?> ReadAsync(CancellationToken cancellationToken) => table.GetAsync(key, cancellationToken);

    /// <summary>Takes the lease if it is free and the requirement holds.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="more">What else the taking changes of the item.</param>
    public async ValueTask<LeaseAttempt> TryTakeAsync(CancellationToken cancellationToken, Func<TableUpdate, TableUpdate>? more = null)
    {
        // Of this attempt alone, so that one whose outcome was not told recognises its own lease.
        var owner = Guid.NewGuid().ToString("N");
        var start = options.Time.GetTimestamp();
        try
        {
            return await TakeAsync(owner, start, more, cancellationToken).ConfigureAwait(false);
        }
        catch (TableException exception) when (exception.MayHaveTakenEffect)
        {
            return await TakeAsync(owner, start, more, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the lease last for another term.</summary>
    /// <returns>How long it is valid now; null when it is another owner's.</returns>
    public async ValueTask<TimeSpan?> RenewAsync(string owner, long token, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        var update = LeaseFields.Extend(new TableUpdate(key), Until()) with { Condition = LeaseFields.HeldWith(owner, token) };
        var result = await table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
        return result.Applied ? ValidSince(start) : null;
    }

    /// <summary>Ends the lease, if the owner has it.</summary>
    /// <returns>The item as it is now; null when another owner has it, or nobody.</returns>
    public async ValueTask<TableItem?> GiveBackAsync(string owner, long token, Func<TableUpdate, TableUpdate>? more, CancellationToken cancellationToken)
    {
        var update = LeaseFields.GiveBack(new TableUpdate(key));
        update = more?.Invoke(update) ?? update;
        var held = LeaseFields.HeldWith(owner, token);
        update = update with { Condition = update.Condition is { } condition ? held & condition : held };
        var result = await table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
        return result.Applied ? result.Item : null;
    }

    public TimeSpan RemainingOf(TableItem? item)
    {
        var left = item is not null && LeaseFields.UntilOf(item) is { } until ? until - options.Time.GetUtcNow() + ClockGrain : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <param name="owner">The owner.</param>
    /// <param name="first">When the first write for this owner was sent: what is recognised has its term from then.</param>
    /// <param name="more">What else the taking changes of the item.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private async ValueTask<LeaseAttempt> TakeAsync(string owner, long first, Func<TableUpdate, TableUpdate>? more, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        var free = LeaseFields.Free(options.Time.GetUtcNow());
        var update = LeaseFields.Take(new TableUpdate(key), owner, Until());
        update = (more?.Invoke(update) ?? update) with { Condition = Requirement is null ? free : Requirement & free };
        var result = await table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
        var isOwn = result.Applied || (result.Item is { } found && LeaseFields.OwnerOf(found) == owner);
        return isOwn
            ? new(new Lease(this, owner, LeaseFields.TokenOf(result.Item!), ValidSince(result.Applied ? start : first)), result.Item)
            : new(null, result.Item);
    }

    private DateTimeOffset Until() => options.Time.GetUtcNow() + options.Term;

    /// <summary>What is left of a term that began when its write was sent, so that an owner never believes in more than the table.</summary>
    private TimeSpan ValidSince(long start) => options.Term - ClockGrain - options.Time.GetElapsedTime(start);
}
