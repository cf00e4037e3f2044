using System.Text.Json;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

/// <summary>Counts the views of each page in each minute.</summary>
internal sealed class CountViews(WindowOptions<View> window, RecordHandlerOptions? options = null, Action<View>? adding = null)
    : WindowHandler<View, Dictionary<string, int>, PageCount>(
        ViewJson.Default.View,
        ViewJson.Default.DictionaryStringInt32,
        ViewJson.Default.PageCount,
        window,
        options)
{
    public static IEnumerable<PageCount> Read(InMemoryDestination results) => results.Received
        .DistinctBy(result => result.Id)
        .Select(result => JsonSerializer.Deserialize(result.Body.Span, ViewJson.Default.PageCount)!);

    protected override Dictionary<string, int> Start(Window window) => new(StringComparer.Ordinal);

    protected override ValueTask<Dictionary<string, int>> AddAsync(Dictionary<string, int> state, View record, RecordContext context)
    {
        // Leaves traces in the state before it fails: they must not count.
        state[record.Page] = state.GetValueOrDefault(record.Page) + 1;
        adding?.Invoke(record);
        return new(state);
    }

    protected override ValueTask CloseAsync(Dictionary<string, int> state, WindowResults<PageCount> results)
    {
        foreach (var (page, count) in state)
        {
            results.Emit(new PageCount(page, results.Window.Start, count, results.IsEarly), page);
        }

        return ValueTask.CompletedTask;
    }
}
