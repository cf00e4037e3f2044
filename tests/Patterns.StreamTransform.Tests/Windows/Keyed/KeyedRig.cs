using Patterns.Tables;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

/// <summary>A stream of clicks, a function with a table that collects them, the mapping between the two, and a sweep.</summary>
internal sealed class KeyedRig
{
    public KeyedRig(int shards = 1, int batchSize = 10, int lanes = 1, bool bisects = false)
    {
        Stream = new FakeStream("orders", shards, Time);
        Table = new InMemoryTable("states", Time);
        Handling = new RecordHandlerOptions { MaxParallelism = 1, Time = Time };
        Mapping = new FakeStreamMapping(Stream, payload => Invoke!(payload)) { BatchSize = batchSize, ParallelizationFactor = lanes, BisectOnError = bisects };
        Invoke = payload => Sessions().FunctionHandler(payload, Context());
    }

    public FakeTimeProvider Time { get; } = new(ClickJson.Start);

    public FakeStream Stream { get; }

    public InMemoryTable Table { get; }

    public InMemoryDestination Results { get; } = new("results") { KeepsOrder = true };

    public InMemoryDestination Late { get; } = new("late");

    public InMemoryDestination Poison { get; } = new("poison");

    public FakeStreamMapping Mapping { get; }

    public RecordHandlerOptions Handling { get; set; }

    public Func<Stream, Task<Stream>> Invoke { get; set; }

    public Action<Click> Adding { get; set; } = static _ => { };

    public Action<KeyWindow> Closing { get; set; } = static _ => { };

    public TimeSpan Lateness { get; set; } = TimeSpan.Zero;

    public TimeSpan Lead { get; set; } = TimeSpan.FromDays(1);

    public TimeSpan Gap { get; set; } = TimeSpan.FromMinutes(10);

    public LateRecords LatePolicy { get; set; } = LateRecords.Include;

    public bool ClosesByShard { get; set; } = true;

    public FakeLambdaContext Context() => new(time: Time);

    public CollectSessions Sessions(ITable? table = null, IDestination? results = null, IDestination? late = null) => new(
        new SessionOptions<Click>
        {
            Gap = Gap,
            Table = table ?? Table,
            Results = results ?? Results,
            EventTime = ClickJson.TimeOf,
            DuplicateId = click => click.Id,
            AllowedLateness = Lateness,
            AllowedLead = Lead,
            Late = LatePolicy,
            LateDestination = LatePolicy == LateRecords.Send ? late ?? Late : null,
            ClosesByShard = ClosesByShard,
            Outbound = Once,
        },
        Handling,
        click => Adding(click),
        window => Closing(window));

    public CollectSlides Slides(TimeSpan size, TimeSpan step, ITable? table = null, IDestination? results = null, IDestination? late = null) => new(
        new SlidingWindowOptions<Click>
        {
            Size = size,
            Step = step,
            Table = table ?? Table,
            Results = results ?? Results,
            EventTime = ClickJson.TimeOf,
            DuplicateId = click => click.Id,
            AllowedLateness = Lateness,
            AllowedLead = Lead,
            Late = LatePolicy,
            LateDestination = LatePolicy == LateRecords.Send ? late ?? Late : null,
            ClosesByShard = ClosesByShard,
            Outbound = Once,
        },
        Handling,
        click => Adding(click));

    /// <summary>Puts clicks as <c>user minute</c>; the minute is the id.</summary>
    public void Put(params string[] clicks)
    {
        foreach (var click in clicks)
        {
            var parts = click.Split(' ');
            Put(parts[0], parts[1], double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public void Put(string user, string id, double minute) => Stream.Put(user, ClickJson.Text(new Click(user, id, minute)));

    public async Task<IReadOnlyList<string>> RunAsync(params string[] clicks)
    {
        Put(clicks);
        await Mapping.RunAsync();
        return Seen;
    }

    /// <summary>The results as <c>user start-end: ids</c>, in the order of their first arrival.</summary>
    public IReadOnlyList<string> Seen => [.. ClickJson.Read(Results).Select(Text)];

    public static string Text(Collected result) => FormattableString.Invariant(
        $"{result.User} {result.Start}-{result.End}: {string.Join(",", result.Ids.Order(StringComparer.Ordinal))}{(result.IsLate ? " late" : "")}");

    private static OutboundOptions Once => new() { MaxAttempts = 1, FirstDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero };
}
