using System.Text.Json;
using Patterns.DataProcessing;
using Patterns.FanIn;

namespace Patterns.FanOut.Tests.DataProcessing;

/// <summary>The queues and functions of a word count, with the rules of queues: what fails comes again, and in the end to the dead letters.</summary>
internal sealed class JobRig
{
    private const int MaxReceiveCount = 4;

    private readonly InMemoryDestination _mappers = new("mappers");
    private readonly InMemoryDestination _reducer = new("reducer");
    private readonly Queue<(SqsRecord Record, int Receives)> _parts = new();
    private readonly Queue<SqsRecord> _dead = new();
    private readonly Queue<SqsRecord> _ready = new();
    private readonly List<JobPart> _mapped = [];
    private int _partsTaken;
    private int _readyTaken;

    public JobRig() => Table = new InMemoryTable("jobs", Time);

    public FakeTimeProvider Time { get; } = new();

    public InMemoryTable Table { get; }

    public InMemoryDestination Results { get; } = new("results");

    public InMemoryDestination Archive { get; } = new("archive");

    /// <summary>Which messages of parts are lost.</summary>
    public Func<string, bool> Loses { get; init; } = static _ => false;

    /// <summary>How often a part's message is delivered, besides tries after failures.</summary>
    public Func<string, int> Copies { get; init; } = static _ => 1;

    /// <summary>How many parts go to the mapper at once.</summary>
    public int BatchSize { get; init; } = 1;

    public int Salt { get; set; }

    public IReadOnlyList<JobPart> Mapped => _mapped;

    public InMemoryDestination Mappers => _mappers;

    public InMemoryDestination Reducer => _reducer;

    public IReadOnlyList<JobResult<Total>> JobResults => [.. Results.Received.Select(envelope => JsonSerializer.Deserialize(envelope.Body.Span, WordJson.Default.JobResultTotal)!)];

    public static SqsRecord Message(Corpus corpus) => new(JsonSerializer.Serialize(corpus, WordJson.Default.Corpus));

    public static SqsRecord Message(Envelope envelope) => new(System.Text.Encoding.UTF8.GetString(envelope.Body.Span)) { Attributes = envelope.ToAttributes() };

    public FanInStore Store(IStepGate? gate = null) => new(gate is null ? Table : new SteppedTable(Table, gate), new FanInStoreOptions
    {
        Name = "words",
        Timeout = TimeSpan.FromMinutes(10),
        Retention = TimeSpan.FromDays(1),
        Time = Time,
    });

    public JobOptions Jobs(IStepGate? gate = null) => new() { Store = Store(gate), Reducer = Stepped(_reducer, gate), Outbound = Once };

    public CountWords Mapper(IStepGate? gate = null) => new(Jobs(gate), part =>
    {
        lock (_mapped)
        {
            _mapped.Add(part);
        }
    });

    public SumWords Reduction(IStepGate? gate = null) => new(
        new ReduceOptions { Store = Store(gate), Results = Stepped(Results, gate), Outbound = Once },
        () => Salt == 0 ? 0 : ++Salt);

    public BuryPages Undertaker(IStepGate? gate = null) => new(Jobs(gate), Stepped(Archive, gate));

    public async Task<bool> SplitAsync(Corpus corpus, IStepGate? gate = null)
    {
        var split = new SplitCorpus(new SplitOptions<Corpus> { Jobs = Jobs(gate), Mappers = Stepped(_mappers, gate), JobId = job => job.Id });
        var reply = await split.FunctionHandler(Events.Sqs(Message(corpus)), new FakeLambdaContext());
        return reply.FailedIds().Count == 0;
    }

    /// <summary>Delivers all messages until every queue is empty. The process with the gate dies at its step; those after it live.</summary>
    public async Task PumpAsync(KillAtStep? gate = null)
    {
        for (TakeNew(); _parts.Count + _dead.Count + _ready.Count > 0; TakeNew())
        {
            var alive = gate is { HasKilled: false } ? gate : null;
            if (_parts.Count > 0)
            {
                await MapAsync(Mapper(alive));
            }
            else if (_dead.TryDequeue(out var dead))
            {
                await DeliverAsync(Undertaker(alive).FunctionHandler, dead, _dead);
            }
            else if (_ready.TryDequeue(out var ready))
            {
                await DeliverAsync(Reduction(alive).FunctionHandler, ready, _ready);
            }
        }
    }

    public async Task SweepAsync(IStepGate? gate = null)
    {
        await Reduction(gate).SweepHandler(Events.Schedule(Time.GetUtcNow()), new FakeLambdaContext());
    }

    public async Task FinishAsync()
    {
        await PumpAsync();
        for (var minutes = 0; minutes <= 22; minutes += 11)
        {
            Time.Advance(TimeSpan.FromMinutes(11));
            await SweepAsync();
        }

        await PumpAsync();
    }

    public int ItemsAfterExpiry()
    {
        Time.Advance(TimeSpan.FromDays(2));
        Table.RemoveExpired();
        return Table.Items.Count;
    }

    private static OutboundOptions Once { get; } = new() { MaxAttempts = 1 };

    private static IDestination Stepped(IDestination destination, IStepGate? gate) => gate is null ? destination : new SteppedDestination(destination, gate);

    private void TakeNew()
    {
        foreach (var envelope in _mappers.Received.Skip(_partsTaken).Where(envelope => !Loses(envelope.Id)))
        {
            for (var copy = 0; copy < Copies(envelope.Id); copy++)
            {
                _parts.Enqueue((Message(envelope), 0));
            }
        }

        _partsTaken = _mappers.Received.Count;
        foreach (var envelope in _reducer.Received.Skip(_readyTaken))
        {
            _ready.Enqueue(Message(envelope));
        }

        _readyTaken = _reducer.Received.Count;
    }

    private async Task MapAsync(CountWords mapper)
    {
        var batch = Enumerable.Range(0, Math.Min(BatchSize, _parts.Count)).Select(_ => _parts.Dequeue()).ToArray();
        var reply = await mapper.FunctionHandler(Events.Sqs([.. batch.Select(part => part.Record)]), new FakeLambdaContext());
        var failed = reply.FailedIds().ToHashSet();
        foreach (var (record, receives) in batch.Where(part => failed.Contains(part.Record.MessageId)))
        {
            if (receives + 1 == MaxReceiveCount)
            {
                _dead.Enqueue(record);
            }
            else
            {
                _parts.Enqueue((record, receives + 1));
            }
        }
    }

    private static async Task DeliverAsync(Func<Stream, Amazon.Lambda.Core.ILambdaContext, Task<Stream>> handler, SqsRecord record, Queue<SqsRecord> queue)
    {
        var reply = await handler(Events.Sqs(record), new FakeLambdaContext());
        if (reply.FailedIds().Count > 0)
        {
            queue.Enqueue(record);
        }
    }
}
