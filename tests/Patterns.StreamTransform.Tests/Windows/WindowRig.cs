using System.Text.Json;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

/// <summary>A stream of views, a function that counts them, and the mapping between the two.</summary>
internal sealed class WindowRig
{
    public WindowRig(int shards = 1, int batchSize = 3, Func<WindowOptions<View>, WindowOptions<View>>? change = null, RecordHandlerOptions? options = null)
    {
        Stream = new FakeStream("views", shards, Time);
        var window = new WindowOptions<View> { Results = Results };
        Handler = new CountViews(change?.Invoke(window) ?? window, options, view => Adding(view));
        Mapping = new FakeStreamMapping(Stream, payload => Invoke(() => Handler.FunctionHandler(payload, new FakeLambdaContext())))
        {
            BatchSize = batchSize,
            TumblingWindow = TimeSpan.FromMinutes(1),
        };
    }

    public FakeTimeProvider Time { get; } = new();

    public FakeStream Stream { get; }

    public InMemoryDestination Results { get; } = new("results") { KeepsOrder = true };

    public CountViews Handler { get; }

    public FakeStreamMapping Mapping { get; }

    public Action<View> Adding { get; set; } = static _ => { };

    public Func<Func<Task<Stream>>, Task<Stream>> Invoke { get; set; } = static function => function();

    public string Put(string page, string id = "", TimeSpan age = default) =>
        Stream.Put(page, JsonSerializer.Serialize(new View(page, id, Time.GetUtcNow() - age), ViewJson.Default.View));

    public async Task FinishAsync(Random? random = null)
    {
        await Mapping.RunAsync(random);
        await Mapping.CloseWindowsAsync();
    }

    /// <summary>The counts by window and page, parts of a window added up.</summary>
    public IEnumerable<string> Counts => CountViews.Read(Results)
        .GroupBy(count => (count.Window, count.Page))
        .OrderBy(group => group.Key.Window)
        .ThenBy(group => group.Key.Page, StringComparer.Ordinal)
        .Select(group => $"{group.Key.Window:HH:mm} {group.Key.Page} {group.Sum(count => count.Count)}");
}
