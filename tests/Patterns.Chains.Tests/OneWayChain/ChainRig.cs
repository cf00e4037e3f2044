using Patterns.Chains.Tests;

namespace Patterns.OneWayChain.Tests;

/// <summary>A chain of three steps with its queues, dead letters and ledger of outcomes.</summary>
internal sealed class ChainRig
{
    public static readonly string[] Steps = ["validate", "index", "archive"];

    private static readonly OutboundOptions Once = new() { MaxAttempts = 1 };
    private readonly TestQueue[] _queues;
    private readonly HashSet<(string Chain, int Step)> _effects = [];
    private readonly List<string> _wrong = [];

    public ChainRig() => _queues = [.. Steps.Select((step, index) => new TestQueue(step)
    {
        DeadLetters = new TestQueue("dead " + step),
        Copies = envelope => FaultOf(envelope.Attributes[ChainAttributes.ChainId], index) == Fault.MessageComesTwice ? 2 : 1,
    })];

    public InMemoryDestination Completions { get; } = new("completions");

    public InMemoryDestination Failures { get; } = new("failures");

    public Func<string, int, Fault> FaultOf { get; init; } = static (_, _) => Fault.None;

    public Task StartAsync(string chainId) =>
        new ChainStart<Document>(_queues[0], DocumentJson.Default.Document).StartAsync(chainId, new Document(chainId, ""), CancellationToken.None);

    /// <summary>Delivers until everything is empty. The process with the gate dies at its step; those after it live.</summary>
    public async Task PumpAsync(int batchSize, KillAtStep? gate = null)
    {
        for (var isBusy = true; isBusy;)
        {
            isBusy = false;
            for (var step = 0; step < Steps.Length; step++)
            {
                var alive = gate is { HasKilled: false } ? gate : null;
                isBusy |= await _queues[step].DeliverAsync(Step(step, alive).FunctionHandler, batchSize);
                isBusy |= await _queues[step].DeadLetters!.DeliverAsync(new BuryDocuments(Stepped(Failures, alive), Steps[step]).FunctionHandler, batchSize);
            }
        }
    }

    /// <summary>Every start has one outcome, as its faults say, and no step ran before its predecessor.</summary>
    public void Check(IEnumerable<string> starts)
    {
        Assert.Empty(_wrong);
        var completed = Completions.Received.Select(ChainOf).ToHashSet();
        var failed = Failures.Received.ToLookup(ChainOf, envelope => envelope.Attributes[ChainAttributes.Step]);
        foreach (var chain in starts)
        {
            var failing = Enumerable.Range(0, Steps.Length).Where(step => FaultOf(chain, step) >= Fault.ThrowsAlways).Select(step => Steps[step]).FirstOrDefault();
            Assert.Equal(failing is null, completed.Contains(chain));
            string[] failedSteps = failing is null ? [] : [failing];
            Assert.Equal(failedSteps, failed[chain].Distinct());
        }

        Assert.Equal(starts.Order(), completed.Concat(failed.Select(group => group.Key)).Distinct().Order());
        Assert.All(
            Completions.Received.Concat(Failures.Received).GroupBy(ChainOf),
            copies => Assert.Single(copies.Select(envelope => envelope.Id).Distinct()));
    }

    private static string ChainOf(Envelope envelope) => envelope.Attributes[ChainAttributes.ChainId];

    private static IDestination Stepped(IDestination destination, IStepGate? gate) => gate is null ? destination : new SteppedDestination(destination, gate);

    private Stage Step(int index, IStepGate? gate)
    {
        var isLast = index == Steps.Length - 1;
        var link = new ChainLinkOptions
        {
            Step = Steps[index],
            Next = isLast ? null : Stepped(_queues[index + 1], gate),
            Completed = isLast ? Stepped(Completions, gate) : null,
            Failures = Stepped(Failures, gate),
            Outbound = Once,
        };
        return new Stage(link, async (_, position, context) =>
        {
            await (gate?.StepAsync("before: effect") ?? ValueTask.CompletedTask);
            RunEffect(index, position, context);
            await (gate?.StepAsync("after: effect") ?? ValueTask.CompletedTask);
        });
    }

    private void RunEffect(int step, ChainPosition position, RecordContext context)
    {
        lock (_effects)
        {
            if (step > 0 && (position.SentBy != Steps[step - 1] || position.Hop != step || !_effects.Contains((position.ChainId, step - 1))))
            {
                _wrong.Add($"{position} came to {Steps[step]} before its predecessor had succeeded.");
            }

            var fault = FaultOf(position.ChainId, step);
            Throw(fault, context.Attempt);
            _effects.Add((position.ChainId, step));
            if (fault == Fault.ThrowsAfterItsEffect && context.Attempt == 1)
            {
                throw new InvalidOperationException("Dead after the effect.");
            }
        }
    }

    private static void Throw(Fault fault, int attempt)
    {
        switch (fault)
        {
            case Fault.ThrowsAlways:
            case Fault.ThrowsTwice when attempt <= 2:
                throw new InvalidOperationException("Not now.");
            case Fault.IsHopeless:
                throw new NonRetryableException("Never.");
        }
    }
}
