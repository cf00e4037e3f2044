using Patterns.Periodical;
using Patterns.Tables;

namespace Patterns.Chains.Tests.Periodical;

/// <summary>A table and a clock, and handlers that work on them, each like a process of its own.</summary>
internal sealed class TickRig
{
    private readonly Lock _lock = new();
    private int _running;

    public TickRig(DateTimeOffset? start = null)
    {
        Time = new FakeTimeProvider(start ?? DateTimeOffset.Parse("2026-11-18T00:00:30Z"));
        Table = new InMemoryTable("ticks", Time);
    }

    public FakeTimeProvider Time { get; }

    public InMemoryTable Table { get; }

    public TickSchedule Schedule { get; init; } = TickSchedule.Every(TimeSpan.FromMinutes(1));

    public CatchUp CatchUp { get; init; }

    public Func<TickContext, Task> Work { get; set; } = static _ => Task.CompletedTask;

    public List<(DateTimeOffset Tick, DateTimeOffset? Previous, TimeSpan LateBy, int Attempt)> Begun { get; } = [];

    public int MostAtATime { get; private set; }

    public TickLedger Ledger => new(Table, "count");

    public void Enter(TickContext tick)
    {
        lock (_lock)
        {
            Begun.Add((tick.ScheduledTime, tick.PreviousTime, tick.LateBy, tick.Attempt));
            MostAtATime = Math.Max(MostAtATime, ++_running);
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _running--;
        }
    }

    public CountTicks Process(IStepGate? gate = null) => new(
        new PeriodicalOptions
        {
            Table = gate is null ? Table : new SteppedTable(Table, gate),
            Schedule = Schedule,
            Name = "count",
            CatchUp = CatchUp,
            Time = Time,
        },
        this,
        gate);

    public Task DeliverAsync(DateTimeOffset scheduled, IStepGate? gate = null) =>
        Process(gate).FunctionHandler(Events.Schedule(scheduled), new FakeLambdaContext(TimeSpan.FromMinutes(1), Time));

    public Task DeliverAsync(string scheduled) => DeliverAsync(Moment(scheduled));

    public static DateTimeOffset Moment(string text) => DateTimeOffset.Parse($"2026-11-18T{text}Z");

    /// <summary>The ticks whose effects were counted, with how often.</summary>
    public IReadOnlyList<(DateTimeOffset Tick, long Count)> Effects() =>
        [.. Table.Items.Where(item => item.Key.Partition == "effects").Select(item => (DateTimeOffset.Parse(item.Key.Sort["count/".Length..]), item["count"]!.GetInt64()))];

    public IEnumerable<string> EffectTimes() => Effects().Select(effect => $"{effect.Tick:HH:mm}x{effect.Count}");
}
