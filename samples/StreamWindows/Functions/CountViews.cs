using System.Globalization;
using Patterns;
using Patterns.Aws;
using Patterns.Outbound;
using Patterns.Windows;

namespace StreamWindows.Functions;

/// <summary>Counts the views of each page and minute that arrive in a window.</summary>
/// <remarks>A view that happened more than ten minutes before its window is not counted any more, and goes to a queue.</remarks>
public sealed class CountViews() : WindowHandler<PageView, Dictionary<string, int>, MinuteCount>(
    Json.Default.PageView,
    Json.Default.DictionaryStringInt32,
    Json.Default.MinuteCount,
    new WindowOptions<PageView>
    {
        Results = To("COUNTS_QUEUE"),
        Type = "page.counted",
        EventTime = view => view.At,
        AllowedLateness = TimeSpan.FromMinutes(10),
        Late = LateRecords.Send,
        LateDestination = To("LATE_VIEWS_QUEUE"),
        DuplicateId = view => view.Id,
        Spill = Table.From(Environment.GetEnvironmentVariable("SPILL_TABLE")!),
    },
    new RecordHandlerOptions { FailureDestination = To("BROKEN_VIEWS_QUEUE") })
{
    private const string MinuteFormat = "yyyy-MM-ddTHH:mmZ";

    protected override Dictionary<string, int> Start(Window window) => [];

    protected override ValueTask<Dictionary<string, int>> AddAsync(Dictionary<string, int> state, PageView view, RecordContext context)
    {
        var key = $"{view.At.UtcDateTime.ToString(MinuteFormat, CultureInfo.InvariantCulture)} {view.Page}";
        state[key] = state.GetValueOrDefault(key) + 1;
        return new(state);
    }

    protected override ValueTask CloseAsync(Dictionary<string, int> state, WindowResults<MinuteCount> results)
    {
        foreach (var (key, views) in state)
        {
            var space = key.IndexOf(' ', StringComparison.Ordinal);
            var minute = DateTimeOffset.ParseExact(key[..space], MinuteFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            results.Emit(new MinuteCount(key[(space + 1)..], minute, views), key: key);
        }

        return ValueTask.CompletedTask;
    }

    private static IDestination To(string variable) => Destination.From(Environment.GetEnvironmentVariable(variable)!);
}
