using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>A part that was counted.</summary>
internal sealed record StoredPart(string Id, string Body, int Rank, DateTimeOffset ArrivedAt)
{
    public const string BodyName = "body";
    public const string RankName = "rank";
    private const string ArrivedAtName = "arrivedAt";

    public static StoredPart From(TableItem item) => new(
        item.Key.Sort[FanInKeys.PartPrefix.Length..],
        item[BodyName]!.GetString(),
        (int)item[RankName]!.GetInt64(),
        Moment.Parse(item[ArrivedAtName]!.GetString()));

    public static TableItem ToItem(TableKey key, NewPart part, DateTimeOffset now, DateTimeOffset expiresAt) => new(key)
    {
        [BodyName] = part.Body,
        [RankName] = part.Rank,
        [ArrivedAtName] = Moment.ToText(now),
        ExpiresAt = expiresAt,
    };
}
