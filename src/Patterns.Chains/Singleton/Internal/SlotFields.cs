using System.Globalization;
using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>The attributes of one slot in an item that it shares with others. Their names are short, since a write costs by the item's size.</summary>
internal sealed class SlotFields
{
    private readonly string _owner;
    private readonly string _until;
    private readonly string _token;
    private readonly string _wanted;
    private readonly string _waiting;

    public SlotFields(int number, string? function)
    {
        var suffix = number.ToString(CultureInfo.InvariantCulture);
        (_owner, _until, _token, _wanted) = ("o" + suffix, "u" + suffix, "t" + suffix, "w" + suffix);

        // Of all the function's slots in the item.
        _waiting = "f" + function;
    }

    public TableCondition Free(DateTimeOffset now) => MissingOrPast(_until, now);

    public TableCondition NotWanted(DateTimeOffset now) => MissingOrPast(_wanted, now);

    public TableCondition NobodyWaits(DateTimeOffset now) => MissingOrPast(_waiting, now);

    public TableCondition WantedUntil(DateTimeOffset moment) => TableCondition.Equal(_wanted, moment.ToUnixTimeMilliseconds());

    public TableCondition HeldBy(string owner) => TableCondition.Equal(_owner, owner);

    public TableCondition HeldWith(string owner, long token) => HeldBy(owner) & TableCondition.Equal(_token, token);

    public TableUpdate Take(TableUpdate update, string owner, DateTimeOffset until) => Extend(update, until).Set(_owner, owner).Add(_token, 1);

    public TableUpdate Extend(TableUpdate update, DateTimeOffset until) => update.Set(_until, until.ToUnixTimeMilliseconds());

    public TableUpdate Want(TableUpdate update, DateTimeOffset until) => update.Set(_wanted, until.ToUnixTimeMilliseconds());

    public TableUpdate Wait(TableUpdate update, DateTimeOffset until) => update.Set(_waiting, until.ToUnixTimeMilliseconds());

    public TableUpdate Unwant(TableUpdate update) => update.Remove(_wanted);

    /// <summary>The token stays: the next owner's is greater.</summary>
    public TableUpdate GiveBack(TableUpdate update) => update.Remove(_owner).Remove(_until);

    public TableUpdate GiveBack(TableUpdate update, DateTimeOffset restsUntil) => Extend(update, restsUntil).Remove(_owner);

    public string? OwnerOf(TableItem? item) => item?[_owner]?.GetString();

    public long TokenOf(TableItem? item) => item?[_token]?.GetInt64() ?? 0;

    public DateTimeOffset? UntilOf(TableItem? item) => MomentOf(item, _until);

    public DateTimeOffset? WantedOf(TableItem? item) => MomentOf(item, _wanted);

    public DateTimeOffset? WaitingOf(TableItem? item) => MomentOf(item, _waiting);

    private static DateTimeOffset? MomentOf(TableItem? item, string attribute) =>
        item?[attribute] is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value.GetInt64()) : null;

    private static TableCondition MissingOrPast(string attribute, DateTimeOffset now) =>
        TableCondition.Missing(attribute) | TableCondition.LessOrEqual(attribute, now.ToUnixTimeMilliseconds());
}
