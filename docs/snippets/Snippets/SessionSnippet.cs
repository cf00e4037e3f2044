using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.Testing;
using Patterns.Windows;

namespace Snippets;

public sealed record Visit(string Visitor, DateTimeOffset At, string Page);

public sealed record VisitEnded(string Visitor, DateTimeOffset From, int Pages, string Entry, string Exit);

public sealed record PagesSeen(string Visitor, DateTimeOffset Until, int Count);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Visit))]
[JsonSerializable(typeof(VisitSoFar))]
[JsonSerializable(typeof(VisitEnded))]
[JsonSerializable(typeof(PagesSeen))]
[JsonSerializable(typeof(int))]
public sealed partial class VisitJson : JsonSerializerContext;

// snippet: sessions
public sealed record VisitSoFar(int Pages, Visit? First, Visit? Last)
{
    // By when they happened: views come in any order.
    public VisitSoFar With(VisitSoFar other) => new(
        Pages + other.Pages,
        First is null || other.First!.At < First.At ? other.First : First,
        Last is null || other.Last!.At > Last.At ? other.Last : Last);
}

public sealed class Visits(SessionOptions<Visit> sessions) : SessionHandler<Visit, VisitSoFar, VisitEnded>(
    VisitJson.Default.Visit,
    VisitJson.Default.VisitSoFar,
    VisitJson.Default.VisitEnded,
    sessions)
{
    public Visits()
        : this(new SessionOptions<Visit>
        {
            Gap = TimeSpan.FromMinutes(30),
            EventTime = visit => visit.At,
            AllowedLateness = TimeSpan.FromMinutes(2),
            Table = Table.From(Environment.GetEnvironmentVariable("TABLE")!),
            Results = Destination.From(Environment.GetEnvironmentVariable("VISITS_QUEUE")!),
            Type = "visit.ended",
        })
    {
    }

    protected override VisitSoFar Start(KeyWindow window) => new(0, null, null);

    protected override ValueTask<VisitSoFar> AddAsync(VisitSoFar visit, Visit view, RecordContext context) => new(visit.With(new VisitSoFar(1, view, view)));

    protected override VisitSoFar Merge(VisitSoFar earlier, VisitSoFar later) => earlier.With(later);

    protected override ValueTask CloseAsync(VisitSoFar visit, KeyWindowResults<VisitEnded> results)
    {
        results.Emit(new VisitEnded(results.Window.Key, results.Window.Start, visit.Pages, visit.First!.Page, visit.Last!.Page));
        return ValueTask.CompletedTask;
    }
}
// end

// snippet: sliding-windows
public sealed class ReadingPace(SlidingWindowOptions<Visit> windows) : SlidingWindowHandler<Visit, int, PagesSeen>(
    VisitJson.Default.Visit,
    VisitJson.Default.Int32,
    VisitJson.Default.PagesSeen,
    windows)
{
    public ReadingPace()
        : this(new SlidingWindowOptions<Visit>
        {
            Size = TimeSpan.FromMinutes(10),
            Step = TimeSpan.FromMinutes(1),
            EventTime = visit => visit.At,
            Table = Table.From(Environment.GetEnvironmentVariable("TABLE")!),
            Results = Destination.From(Environment.GetEnvironmentVariable("PACE_QUEUE")!),
        })
    {
    }

    protected override int Start(KeyWindow window) => 0;

    protected override ValueTask<int> AddAsync(int count, Visit view, RecordContext context) => new(count + 1);

    protected override ValueTask CloseAsync(int count, KeyWindowResults<PagesSeen> results)
    {
        results.Emit(new PagesSeen(results.Window.Key, results.Window.End, count));
        return ValueTask.CompletedTask;
    }
}
// end

public static class SessionTest
{
    public static async Task RunAsync()
    {
        // snippet: sessions-test
        var time = new FakeTimeProvider();
        var views = new FakeStream("views", shards: 2, time);
        var ended = new InMemoryDestination("visits");
        var handler = new Visits(new SessionOptions<Visit>
        {
            Gap = TimeSpan.FromMinutes(30),
            EventTime = visit => visit.At,
            Table = new InMemoryTable("visits", time),
            Results = ended,
        });
        var mapping = new FakeStreamMapping(views, payload => handler.FunctionHandler(payload, new FakeLambdaContext()));

        views.Put("10.0.0.7", """{"visitor":"10.0.0.7","at":"2026-01-02T03:04:05Z","page":"/shop"}""");
        await mapping.RunAsync();
        time.Advance(TimeSpan.FromHours(1));
        await handler.SweepAsync(CancellationToken.None);
        // end
        Console.WriteLine(ended.Received.Count);
    }
}
