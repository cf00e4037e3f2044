using Patterns.Sagas;
using Patterns.Tables;

namespace Patterns.Chains.Tests.Sagas;

/// <summary>
/// A saga of five steps, a table, queues, a clock, and handlers that work on them, each like a process of its own. Steps 1 and 3 are rows
/// of the table itself; the others call an agency.
/// </summary>
internal sealed class TripRig
{
    public static readonly string[] Steps = ["flight", "hotel", "car", "insurance", "payment"];
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, int> _tries = [];
    private readonly Lock _lock = new();

    public TripRig() => Table = new InMemoryTable("trips", Time);

    public FakeTimeProvider Time { get; } = new();

    public InMemoryTable Table { get; }

    public InMemoryDestination Queue { get; } = new("queue");

    public InMemoryDestination Answers { get; } = new("answers");

    public Agency Agency { get; } = new();

    /// <summary>What goes wrong with the steps.</summary>
    public Dictionary<string, Fault> Faults { get; init; } = [];

    /// <summary>What goes wrong with undoing them.</summary>
    public Dictionary<string, Fault> UndoFaults { get; init; } = [];

    /// <summary>Whether steps ask before they are repeated.</summary>
    public bool Asks { get; init; }

    /// <summary>How often undoing is tried; attempts that die count.</summary>
    public int UndoMaxAttempts { get; init; } = 4;

    /// <summary>Runs at the beginning of each attempt of a step; its arguments are the step and the attempt.</summary>
    public Action<string, int> BeforeStep { get; set; } = (_, _) => { };

    /// <summary>What a step makes of its state beyond what it did.</summary>
    public Func<Trip, string, Trip> StateOf { get; set; } = (trip, _) => trip;

    /// <summary>What the steps that call the agency enlist beside that.</summary>
    public Action<SagaStepContext> Enlist { get; set; } = _ => { };

    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    public static TimeSpan OrphanAfter { get; } = TimeSpan.FromMinutes(5);

    public static bool IsRow(string step) => Array.IndexOf(Steps, step) % 2 == 1;

    /// <summary>The steps whose effect is there.</summary>
    public IReadOnlyList<string> Effects(string sagaId) =>
        [.. Steps.Where(step => IsRow(step) ? CountOf(step) == 1 : Agency.Booked.Contains($"{sagaId}/{step}"))];

    /// <summary>How often a row's effect is there: never more than once, nor less than not at all.</summary>
    public decimal CountOf(string step) =>
        Table.Items.SingleOrDefault(item => item.Key == RowOf(step))?["count"]?.GetDecimal() ?? 0;

    public SagaLog<Trip> Log(IStepGate? gate = null) => new(Definition(gate), gate is null ? Table : new SteppedTable(Table, gate), new SagaOptions
    {
        Queue = gate is null ? Queue : new SteppedDestination(Queue, gate),
        Answers = gate is null ? Answers : new SteppedDestination(Answers, gate),
        Timeout = Timeout,
        Lease = Lease,
        OrphanAfter = OrphanAfter,
        TimerShards = 2,
        Outbound = new OutboundOptions { MaxAttempts = 1, Time = Time },
        Time = Time,
    });

    public BookTrip Process(IStepGate? gate = null) => new(Log(gate));

    public SagaDefinition<Trip> Definition(IStepGate? gate = null)
    {
        var builder = new SagaBuilder<Trip>("trip", TripJson.Default.Trip);
        foreach (var step in Steps)
        {
            builder.Step(step, (trip, context) => RunAsync(trip, context, gate), (trip, context) => UndoAsync(trip, context, gate), new SagaStepOptions<Trip>
            {
                MaxAttempts = 3,
                UndoMaxAttempts = UndoMaxAttempts,
                FirstDelay = TimeSpan.Zero,
                MaxDelay = TimeSpan.Zero,
                IsAtomic = IsRow(step),
                Ask = Asks && !IsRow(step) ? (trip, context) => new(Agency.IsBooked(context) ? Booked(trip, step) : null) : null,
            });
        }

        return builder.Build();
    }

    /// <summary>Delivers a message to a process; whether it is handled.</summary>
    public static async Task<bool> DeliverAsync(BookTrip process, Envelope envelope, string copy = "", int receiveCount = 1)
    {
        var record = new SqsRecord(System.Text.Encoding.UTF8.GetString(envelope.Body.Span)) { MessageId = envelope.Id + copy, ReceiveCount = receiveCount };
        return (await process.FunctionHandler(Events.Sqs(record), new FakeLambdaContext())).FailedIds().Count == 0;
    }

    public Task SweepAsync(IStepGate? gate = null) => Process(gate).SweepHandler(Events.Schedule(Time.GetUtcNow()), new FakeLambdaContext());

    private static TableKey RowOf(string step) => new("rows", step);

    private static Trip Booked(Trip trip, string step) => trip with { Booked = [.. trip.Booked, step] };

    private async ValueTask<Trip> RunAsync(Trip trip, SagaStepContext context, IStepGate? gate)
    {
        BeforeStep(context.StepName, context.Attempt);
        var fault = Faults.GetValueOrDefault(context.StepName);
        ThrowBefore(fault);
        if (IsRow(context.StepName))
        {
            context.Enlist(new TableUpdate(RowOf(context.StepName)).Add("count", 1));
        }
        else
        {
            await Agency.BookAsync(context.IdempotencyKey, gate);
            Enlist(context);
        }

        ThrowAfter(fault, context.StepName);
        return StateOf(Booked(trip, context.StepName), context.StepName);
    }

    private async ValueTask<Trip> UndoAsync(Trip trip, SagaStepContext context, IStepGate? gate)
    {
        var fault = UndoFaults.GetValueOrDefault(context.StepName);
        ThrowBefore(fault);
        if (IsRow(context.StepName))
        {
            context.Enlist(new TableUpdate(RowOf(context.StepName)).Add("count", -1));
        }
        else
        {
            await Agency.CancelAsync(context.IdempotencyKey, gate);
        }

        ThrowAfter(fault, "undo " + context.StepName);
        return trip with { Cancelled = [.. trip.Cancelled, context.StepName] };
    }

    private static void ThrowBefore(Fault fault)
    {
        switch (fault)
        {
            case Fault.Refuses:
                throw new SagaRefusalException("Sold out.");
            case Fault.FailsBefore:
                throw new TimeoutException("No answer.");
        }
    }

    private void ThrowAfter(Fault fault, string what)
    {
        switch (fault)
        {
            case Fault.FailsAfter:
            case Fault.FailsOnceAfter when IsFirst(what):
                throw new TimeoutException("The answer was lost.");
            case Fault.HopelessAfter:
                throw new NonRetryableException("The answer makes no sense.");
        }
    }

    private bool IsFirst(string what)
    {
        lock (_lock)
        {
            _tries[what] = _tries.GetValueOrDefault(what) + 1;
            return _tries[what] == 1;
        }
    }
}

internal sealed class BookTrip(SagaLog<Trip> log) : SagaHandler<Trip>(log);
