using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>What is known of an aggregate besides its parts.</summary>
internal sealed record Head(string CorrelationId, FanInState State, int Count, DateTimeOffset OpenedAt, DateTimeOffset Deadline, TimerPlace Timer)
{
    public int? Expected { get; init; }

    public IReadOnlySet<string>? ExpectedParts { get; init; }

    public FanInOutcome? Outcome { get; init; }

    public static Head From(string correlationId, TableItem item) => new(
        correlationId,
        Enum.Parse<FanInState>(item[HeadNames.State]!.GetString()),
        (int)item[HeadNames.Count]!.GetInt64(),
        Moment.Parse(item[HeadNames.OpenedAt]!.GetString()),
        Moment.Parse(item[HeadNames.Deadline]!.GetString()),
        new TimerPlace((int)item[HeadNames.Shard]!.GetInt64(), Moment.Parse(item[HeadNames.Due]!.GetString())))
    {
        Expected = (int?)item[HeadNames.Expected]?.GetInt64(),
        ExpectedParts = item[HeadNames.ExpectedParts]?.GetStringSet(),
        Outcome = item[HeadNames.Outcome] is { } outcome ? Enum.Parse<FanInOutcome>(outcome.GetString()) : null,
    };

    public FanInStatus ToStatus() => new(CorrelationId, State, Count, Expected, OpenedAt, Deadline, Outcome);

    /// <summary>The item of an aggregate that begins with this.</summary>
    public TableItem ToItem(TableKey key, DateTimeOffset expiresAt)
    {
        var attributes = new Dictionary<string, TableValue>(StringComparer.Ordinal)
        {
            [HeadNames.State] = State.ToString(),
            [HeadNames.Count] = Count,
            [HeadNames.OpenedAt] = Moment.ToText(OpenedAt),
            [HeadNames.Deadline] = Moment.ToText(Deadline),
            [HeadNames.Due] = Moment.ToText(Timer.Due),
            [HeadNames.Shard] = Timer.Shard,
        };
        if (Expected is { } expected)
        {
            attributes[HeadNames.Expected] = expected;
        }

        if (ExpectedParts is { } parts)
        {
            attributes[HeadNames.ExpectedParts] = TableValue.SetOf(parts);
        }

        return new TableItem(key, attributes) { ExpiresAt = expiresAt };
    }
}
