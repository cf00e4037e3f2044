using Patterns.Tables;

namespace Patterns.Windows.Internal;

/// <summary>How far the records of a shard have come, by the times at which they happened. It never goes back.</summary>
internal static class ShardWatermark
{
    private const string Watermark = "watermark";

    public static DateTimeOffset Of(TableItem? item) => item?[Watermark] is { } ticks ? new(ticks.GetInt64(), TimeSpan.Zero) : default;

    public static TableUpdate To(TableKey shard, DateTimeOffset watermark, DateTimeOffset expiresAt) => new TableUpdate(shard)
    {
        Condition = TableCondition.Missing(Watermark) | TableCondition.Less(Watermark, watermark.UtcTicks),
        ExpiresAt = expiresAt,
    }.Set(Watermark, watermark.UtcTicks);
}
