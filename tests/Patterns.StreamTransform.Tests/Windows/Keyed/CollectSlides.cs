using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

internal sealed class CollectSlides(SlidingWindowOptions<Click> windows, RecordHandlerOptions? options = null, Action<Click>? adding = null)
    : SlidingWindowHandler<Click, List<string>, Collected>(ClickJson.Default.Click, ClickJson.Default.ListString, ClickJson.Default.Collected, windows, options)
{
    protected override List<string> Start(KeyWindow window) => [];

    protected override ValueTask<List<string>> AddAsync(List<string> state, Click record, RecordContext context)
    {
        state.Add(record.Id);
        adding?.Invoke(record);
        return new(state);
    }

    protected override ValueTask CloseAsync(List<string> state, KeyWindowResults<Collected> results)
    {
        results.Emit(new Collected(results.Window.Key, ClickJson.MinuteOf(results.Window.Start), ClickJson.MinuteOf(results.Window.End), state, results.IsLate));
        return ValueTask.CompletedTask;
    }
}
