using System.Text;
using System.Text.Json;
using Patterns.LongRunning;
using Patterns.Tables;

namespace Patterns.Chains.Tests.LongRunning;

/// <summary>A table, a queue and a clock, and handlers that work on them, each like a process of its own.</summary>
internal sealed class JobRig
{
    public static readonly Sum Result = new(CountUp.Slices, Enumerable.Range(0, CountUp.Slices).Sum() * 10);

    private static readonly OutboundOptions Once = new() { MaxAttempts = 1 };

    private readonly Lock _lock = new();
    private readonly List<Envelope> _messages = [];
    private int _taken;

    public JobRig(FakeTimeProvider? time = null)
    {
        Time = time ?? new FakeTimeProvider();
        Table = new InMemoryTable("jobs", Time);
    }

    public FakeTimeProvider Time { get; }

    public InMemoryTable Table { get; }

    public InMemoryDestination Queue { get; } = new("queue");

    public InMemoryDestination Results { get; } = new("results");

    public InMemoryWorkflow? Workflow { get; init; }

    public TimeSpan SliceTakes { get; init; } = TimeSpan.FromSeconds(4);

    public Func<SliceContext, Exception?>? Fail { get; set; }

    public Func<int, long> ProgressOf { get; init; } = static next => next;

    public int StateVersion { get; set; } = 1;

    public bool Migrates { get; set; }

    public bool HandsOn { get; init; } = true;

    public List<string> Begun { get; } = [];

    /// <summary>Messages that are in the queue.</summary>
    public IReadOnlyList<Envelope> Messages
    {
        get
        {
            lock (_lock)
            {
                var received = Queue.Received;
                _messages.AddRange(received.Skip(_taken));
                _taken = received.Count;
                return [.. _messages];
            }
        }
    }

    public void Begin(SliceContext slice)
    {
        lock (_lock)
        {
            Begun.Add(slice.SliceId);
        }
    }

    public LongRunningJobs<Sum> Jobs(IStepGate? gate = null)
    {
        ITable table = gate is null ? Table : new SteppedTable(Table, gate);
        return new(table, SumJson.Default.Sum, new LongRunningOptions
        {
            Resume = HandsOn ? gate is null ? Queue : new SteppedDestination(Queue, gate) : null,
            Results = gate is null ? Results : new SteppedDestination(Results, gate),
            Workflow = Workflow,
            Outbound = Once,
            StateVersion = StateVersion,
            OpenShards = 2,
            Time = Time,
        });
    }

    public CountUp Process(IStepGate? gate = null) => new(Jobs(gate), this, gate);

    public FakeLambdaContext Context() => new(TimeSpan.FromSeconds(30), Time);

    public Task<JobStart> StartAsync(string id = "j") => Jobs().StartAsync(id, new Sum(0, 0), CancellationToken.None);

    public async Task<JobStatus> StatusAsync(string id = "j") => (await Jobs().FindAsync(id, CancellationToken.None))!;

    /// <summary>Delivers a message; it leaves the queue when it was handled.</summary>
    public async Task<bool> DeliverAsync(Envelope message, IStepGate? gate = null)
    {
        var record = new SqsRecord(Encoding.UTF8.GetString(message.Body.Span));
        var failed = (await Process(gate).FunctionHandler(Events.Sqs(record), Context())).FailedIds();
        if (failed.Count > 0)
        {
            return false;
        }

        lock (_lock)
        {
            _messages.Remove(message);
        }

        return true;
    }

    public void Lose(Envelope message)
    {
        lock (_lock)
        {
            _messages.Remove(message);
        }
    }

    /// <summary>Delivers until the queue is empty; what fails comes again when its time is over.</summary>
    public async Task DeliverAllAsync(Func<IStepGate?>? gate = null)
    {
        for (var rounds = 0; Messages is { Count: > 0 } messages; rounds++)
        {
            Assert.True(rounds < 60, "Messages come back for ever.");
            if (!await DeliverAsync(messages[0], gate?.Invoke()))
            {
                Time.Advance(TimeSpan.FromSeconds(40));
            }
        }
    }

    public async Task SweepAsync(IStepGate? gate = null)
    {
        Time.Advance(TimeSpan.FromMinutes(6));
        await Process(gate).SweepHandler(Events.Schedule(Time.GetUtcNow()), Context());
    }

    /// <summary>Lets go on what is left, whatever died before.</summary>
    public async Task FinishAsync()
    {
        for (var rounds = 0; rounds < 3; rounds++)
        {
            await DeliverAllAsync();
            await SweepAsync();
        }

        await DeliverAllAsync();
    }

    public async Task<JsonElement> LoopAsync(string input)
    {
        var reply = await Process().LoopHandler(new MemoryStream(Encoding.UTF8.GetBytes(input)), Context());
        using var document = await JsonDocument.ParseAsync(reply);
        return document.RootElement.Clone();
    }

    /// <summary>How often each slice's enlisted effect was counted.</summary>
    public IReadOnlyList<(string SliceId, long Count)> Effects() =>
        [.. Table.Items.Where(item => item.Key.Partition == "effects").Select(item => (item.Key.Sort, item["count"]!.GetInt64()))];

    /// <summary>The laws of the end: one end, each slice's effect once, told with the same bytes, and nothing left open.</summary>
    public async Task CheckEndAsync(JobPhase expected, string id = "j")
    {
        var status = await StatusAsync(id);
        Assert.Equal(expected, status.Phase);
        Assert.All(Effects(), effect => Assert.Equal(1, effect.Count));
        Assert.Equal(expected == JobPhase.Completed ? CountUp.Slices : status.Checkpoint - 1, Effects().Count);
        Assert.Equal(1, Ends());
        Assert.NotEmpty(Results.Received);
        Assert.Single(Results.Received.Select(envelope => Convert.ToHexString(envelope.Body.Span)).Distinct());
        Assert.DoesNotContain(Table.Items, item => item.Key.Partition.StartsWith("jobs/open/", StringComparison.Ordinal));
        if (expected == JobPhase.Completed)
        {
            Assert.Equal(Result, await Jobs().ReadStateAsync(id, CancellationToken.None));
        }
    }

    private int Ends() => Table.Changes.Count(change =>
        change.OldImage?.Contains("\"phase\":{\"S\":\"Open\"}", StringComparison.Ordinal) == true
        && change.NewImage?.Contains("\"phase\":{\"S\":\"Open\"}", StringComparison.Ordinal) == false);
}
