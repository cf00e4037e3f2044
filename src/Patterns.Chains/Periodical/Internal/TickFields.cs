using Patterns.Tables;

namespace Patterns.Periodical.Internal;

/// <summary>The attributes of the head, beside those of its lease, and of ticks.</summary>
internal static class TickFields
{
    /// <summary>The newest tick that is settled: it and all before it are done, given up or skipped.</summary>
    public const string Settled = "settled";

    /// <summary>The newest tick that is done.</summary>
    public const string Done = "done";

    /// <summary>The tick that was begun last, and how often.</summary>
    public const string Begun = "begun";
    public const string Attempts = "attempts";

    /// <summary>A tick whose event was left to whoever runs.</summary>
    public const string Left = "left";

    private const string Outcome = "outcome";
    private const string EndedAt = "endedAt";

    public static TableValue Of(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    public static DateTimeOffset? Moment(TableItem item, string name) =>
        item[name] is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value.GetInt64()) : null;

    public static TableItem ItemOf(TableKey key, TickRecord record, DateTimeOffset expiresAt) => new(key)
    {
        [Begun] = Of(record.ScheduledTime),
        [Outcome] = record.Outcome.ToString(),
        [EndedAt] = Of(record.EndedAt),
        [Attempts] = record.Attempts,
        ExpiresAt = expiresAt,
    };

    public static TickRecord RecordOf(TableItem item) => new(
        Moment(item, Begun)!.Value,
        Enum.Parse<TickOutcome>(item[Outcome]!.GetString()),
        Moment(item, EndedAt)!.Value,
        (int)item[Attempts]!.GetInt64());
}
