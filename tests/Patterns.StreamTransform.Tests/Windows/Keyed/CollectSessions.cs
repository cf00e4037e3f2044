using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

internal sealed class CollectSessions(SessionOptions<Click> sessions, RecordHandlerOptions? options = null, Action<Click>? adding = null, Action<KeyWindow>? closing = null)
    : SessionHandler<Click, List<string>, Collected>(ClickJson.Default.Click, ClickJson.Default.ListString, ClickJson.Default.Collected, sessions, options)
{
    protected override List<string> Start(KeyWindow window) => [];

    protected override ValueTask<List<string>> AddAsync(List<string> state, Click record, RecordContext context)
    {
        // Leaves traces in the state before it fails: they must not count.
        state.Add(record.Id);
        adding?.Invoke(record);
        return new(state);
    }

    protected override List<string> Merge(List<string> earlier, List<string> later) => [.. earlier, .. later];

    protected override ValueTask CloseAsync(List<string> state, KeyWindowResults<Collected> results)
    {
        closing?.Invoke(results.Window);
        results.Emit(new Collected(results.Window.Key, ClickJson.MinuteOf(results.Window.Start), ClickJson.MinuteOf(results.Window.End), state, results.IsLate));
        return ValueTask.CompletedTask;
    }
}
