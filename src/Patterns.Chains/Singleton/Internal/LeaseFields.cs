using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>The attributes by which an item is a lease, whatever else it has.</summary>
internal static class LeaseFields
{
    private const string Owner = "leaseOwner";
    private const string Until = "leaseUntil";
    private const string Token = "leaseToken";

    public static TableCondition Free(DateTimeOffset now) => TableCondition.Missing(Owner) | TableCondition.LessOrEqual(Until, now.ToUnixTimeMilliseconds());

    public static TableCondition HeldWith(string owner, long token) => TableCondition.Equal(Owner, owner) & TableCondition.Equal(Token, token);

    public static TableUpdate Take(TableUpdate update, string owner, DateTimeOffset until) => Extend(update, until).Set(Owner, owner).Add(Token, 1);

    public static TableUpdate Extend(TableUpdate update, DateTimeOffset until) => update.Set(Until, until.ToUnixTimeMilliseconds());

    /// <summary>The token stays: the next owner's is greater.</summary>
    public static TableUpdate GiveBack(TableUpdate update) => update.Remove(Owner).Remove(Until);

    public static bool IsFree(TableItem? item, DateTimeOffset now) => item is null || OwnerOf(item) is null || UntilOf(item) is not { } until || until <= now;

    public static string? OwnerOf(TableItem item) => item[Owner]?.GetString();

    public static DateTimeOffset? UntilOf(TableItem item) => item[Until] is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until.GetInt64()) : null;

    public static long TokenOf(TableItem item) => item[Token]?.GetInt64() ?? 0;
}
