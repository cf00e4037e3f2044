using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.Testing;
using Patterns.Windows;

namespace Snippets;

public sealed record PageMinute(string Page, DateTimeOffset Minute, int Views);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageView))]
[JsonSerializable(typeof(PageMinute))]
[JsonSerializable(typeof(Dictionary<string, int>))]
public sealed partial class CountJson : JsonSerializerContext;

// snippet: windows
public sealed class CountViews(WindowOptions<PageView> window) : WindowHandler<PageView, Dictionary<string, int>, PageMinute>(
    CountJson.Default.PageView,
    CountJson.Default.DictionaryStringInt32,
    CountJson.Default.PageMinute,
    window)
{
    public CountViews()
        : this(new WindowOptions<PageView>
        {
            Results = Destination.From(Environment.GetEnvironmentVariable("COUNTS_QUEUE")!),
            Spill = Table.From(Environment.GetEnvironmentVariable("TABLE")!),
            Type = "page.counted",
        })
    {
    }

    protected override Dictionary<string, int> Start(Window window) => [];

    protected override ValueTask<Dictionary<string, int>> AddAsync(Dictionary<string, int> state, PageView view, RecordContext context)
    {
        state[view.Page] = state.GetValueOrDefault(view.Page) + 1;
        return new(state);
    }

    protected override ValueTask CloseAsync(Dictionary<string, int> state, WindowResults<PageMinute> results)
    {
        foreach (var (page, views) in state)
        {
            results.Emit(new PageMinute(page, results.Window.Start, views), key: page);
        }

        return ValueTask.CompletedTask;
    }
}
// end

public static class WindowTest
{
    public static async Task RunAsync()
    {
        // snippet: windows-test
        var time = new FakeTimeProvider();
        var views = new FakeStream("views", shards: 2, time);
        var counts = new InMemoryDestination("counts");
        var handler = new CountViews(new WindowOptions<PageView> { Results = counts });
        var mapping = new FakeStreamMapping(views, payload => handler.FunctionHandler(payload, new FakeLambdaContext()))
        {
            TumblingWindow = TimeSpan.FromMinutes(1),
        };

        views.Put("/shop", """{"client":"10.0.0.7","page":"/shop","status":200}""");
        time.Advance(TimeSpan.FromMinutes(1));
        views.Put("/shop", """{"client":"10.0.0.7","page":"/shop","status":200}""");
        await mapping.RunAsync();
        await mapping.CloseWindowsAsync();
        // end
        Console.WriteLine(counts.Received.Count);
    }
}
