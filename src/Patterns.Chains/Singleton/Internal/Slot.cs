using System.Security.Cryptography;
using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>One of a pool's leases: the conditional writes that take it, renew it, ask for it and give it back.</summary>
internal sealed class Slot(ITable table, LeasePoolOptions options, TableKey key, int number, string? function)
{
    private const int IdBytes = 12;

    // Tables keep whole milliseconds.
    private static readonly TimeSpan ClockGrain = TimeSpan.FromMilliseconds(1);

    private readonly SlotFields _fields = new(number, function);

    public int Number => number;

    public TableKey Key => key;

    /// <summary>Whose own it is; null when it belongs to nobody.</summary>
    public string? Function => function;

    public SlotStanding Standing { get; } =
        function is null ? SlotStanding.Shared : string.Equals(function, options.Function, StringComparison.Ordinal) ? SlotStanding.Own : SlotStanding.Foreign;

    private bool IsForeign => Standing == SlotStanding.Foreign;

    /// <summary>Takes the slot if it is free, and, where it is another function's, that one does not wait.</summary>
    public async ValueTask<SlotAttempt> TryTakeAsync(CancellationToken cancellationToken)
    {
        // Of this attempt alone, so that one whose outcome was not told recognises its own lease.
        var owner = $"{options.Function}/{Convert.ToBase64String(RandomNumberGenerator.GetBytes(IdBytes))}";
        var start = options.Time.GetTimestamp();
        try
        {
            return await TakeAsync(owner, start, cancellationToken).ConfigureAwait(false);
        }
        catch (TableException exception) when (exception.MayHaveTakenEffect)
        {
            return await TakeAgainAsync(owner, start, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _ = GiveBackUnseenAsync(owner);
            throw;
        }
    }

    /// <summary>Makes the lease last for another term; one that is borrowed and wanted ends when it would have ended.</summary>
    public async ValueTask<LeaseRenewal> RenewAsync(string owner, long token, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        var now = options.Time.GetUtcNow();
        var held = _fields.HeldWith(owner, token);
        var update = _fields.Extend(new TableUpdate(key), now + options.Duration) with { Condition = IsForeign ? held & _fields.NotWanted(now) : held };
        var result = await table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
        return result.Applied ? LeaseRenewal.Until(ValidSince(start))
            : string.Equals(_fields.OwnerOf(result.Item), owner, StringComparison.Ordinal) ? LeaseRenewal.Refused
            : LeaseRenewal.Lost;
    }

    /// <summary>Ends the lease, if the owner has it.</summary>
    public async ValueTask<bool> GiveBackAsync(string owner, long token, CancellationToken cancellationToken)
    {
        var result = await table.WriteAsync(GiveBack() with { Condition = _fields.HeldWith(owner, token) }, cancellationToken).ConfigureAwait(false);
        return result.Applied;
    }

    /// <summary>Says that the function waits, so that nobody else takes one of its slots in the item, and asks for this one to be given back.</summary>
    /// <param name="until">Until when.</param>
    /// <param name="before">Until when it was asked for before; null when it was not.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<TableWriteResult> WantAsync(DateTimeOffset until, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var open = _fields.NotWanted(options.Time.GetUtcNow());
        var update = _fields.Want(_fields.Wait(new TableUpdate(key), until), until);
        return table.WriteAsync(update with { Condition = before is { } moment ? open | _fields.WantedUntil(moment) : open }, cancellationToken);
    }

    /// <summary>Says that the function waits, so that nobody else takes one of its slots in the item.</summary>
    public ValueTask<TableWriteResult> WaitAsync(DateTimeOffset until, CancellationToken cancellationToken) =>
        table.WriteAsync(_fields.Wait(new TableUpdate(key), until), cancellationToken);

    /// <summary>Whether the function that asks may take it, as far as the item tells.</summary>
    public bool IsFree(TableItem? item, DateTimeOffset now) => EndOf(item, now) is null && !(IsForeign && WaitedForUntil(item) > now);

    /// <summary>Until when it is to be given back; null or past when it is not asked for.</summary>
    public DateTimeOffset? WantedUntil(TableItem? item) => _fields.WantedOf(item);

    /// <summary>Until when its function waits; null or past when it does not.</summary>
    public DateTimeOffset? WaitedForUntil(TableItem? item) => function is null ? null : _fields.WaitingOf(item);

    /// <summary>When it is free without another renewal; null when it is.</summary>
    public DateTimeOffset? EndOf(TableItem? item, DateTimeOffset now) => _fields.UntilOf(item) is { } until && until > now ? until : null;

    /// <summary>The function that has it; null while it is free or rests.</summary>
    public string? HolderOf(TableItem? item, DateTimeOffset now) =>
        EndOf(item, now) is not null && _fields.OwnerOf(item) is { } owner ? owner[..owner.IndexOf('/', StringComparison.Ordinal)] : null;

    private async ValueTask<SlotAttempt> TakeAgainAsync(string owner, long first, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeAsync(owner, first, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TableException or OperationCanceledException)
        {
            _ = GiveBackUnseenAsync(owner);
            throw;
        }
    }

    /// <summary>
    /// Gives back a lease that may have been taken without anybody's knowing. Nobody waits for it, since whoever asks should look or end without
    /// delay.
    /// </summary>
    private async Task GiveBackUnseenAsync(string owner)
    {
        try
        {
            await table.WriteAsync(GiveBack() with { Condition = _fields.HeldBy(owner) }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It ends by itself.
        }
    }

    private TableUpdate GiveBack()
    {
        var update = new TableUpdate(key);
        return options.Rest == TimeSpan.Zero ? _fields.GiveBack(update) : _fields.GiveBack(update, options.Time.GetUtcNow() + options.Rest);
    }

    /// <param name="owner">The owner.</param>
    /// <param name="first">When the first write for this owner was sent: what is recognised has its term from then.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private async ValueTask<SlotAttempt> TakeAsync(string owner, long first, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        var now = options.Time.GetUtcNow();
        var free = _fields.Free(now);
        var update = _fields.Take(new TableUpdate(key), owner, now + options.Duration) with { Condition = IsForeign ? free & _fields.NobodyWaits(now) : free };
        update = Standing == SlotStanding.Own ? _fields.Unwant(update) : update;
        var result = await table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
        var isOwn = result.Applied || string.Equals(_fields.OwnerOf(result.Item), owner, StringComparison.Ordinal);
        return isOwn
            ? new(new PoolLease(this, options, owner, _fields.TokenOf(result.Item), ValidSince(result.Applied ? start : first)), result.Item)
            : new(null, result.Item);
    }

    /// <summary>What is left of a term that began when its write was sent, so that a holder never believes in more than the table.</summary>
    private TimeSpan ValidSince(long start) => options.Term - ClockGrain - options.Time.GetElapsedTime(start);
}
