using System.Globalization;
using Patterns;
using Patterns.Aws;
using Patterns.Tables;

namespace StreamWindows.Functions;

/// <summary>Adds up what the windows of all shards found, each result once, however often it comes.</summary>
public sealed class AddCounts() : RecordHandler<MinuteCount>(
    Json.Default.MinuteCount,
    pipeline: pipeline => pipeline.UseIdempotency(Table.From(Environment.GetEnvironmentVariable("COUNTS_TABLE")!)))
{
    protected override ValueTask HandleAsync(MinuteCount count, RecordContext context)
    {
        // Commits together with the completion of the result's id: both or none.
        var minute = count.Minute.UtcDateTime.ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture);
        context.Enlist(new TableUpdate(new TableKey($"page#{count.Page}", minute)).Add("views", count.Views));
        return ValueTask.CompletedTask;
    }
}
