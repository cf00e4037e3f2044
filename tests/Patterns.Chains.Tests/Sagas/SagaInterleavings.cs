using Patterns.Sagas;

namespace Patterns.Chains.Tests.Sagas;

/// <summary>Several processes at once, step by step in random orders: duplicates, sweeps, faults, several deaths and the deadline.</summary>
public sealed class SagaInterleavings
{
    private const int Runs = 200;

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 0.02)]
    [InlineData(2, 0.06)]
    public async Task In_every_order_of_steps_all_or_nothing_takes_effect_and_one_answer_is_given(int family, double killProbability) =>
        await Parallel.ForAsync(0, Runs, async (index, _) =>
        {
            var seed = (family * Runs) + index;
            try
            {
                await RunAsync(seed, killProbability);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}: {exception.Message}", exception);
            }
        });

    private static async Task RunAsync(int seed, double killProbability)
    {
        var random = new Random(seed);
        var faults = Enum.GetValues<Fault>();
        var rig = new TripRig
        {
            UndoMaxAttempts = 50,
            Asks = random.Next(2) == 0,
            Timeout = TimeSpan.FromMinutes(random.Next(3) == 0 ? 4 : 600),
            Faults = random.Next(3) == 0 ? [] : new() { [TripRig.Steps[random.Next(5)]] = faults[random.Next(faults.Length)] },
            UndoFaults = new() { [TripRig.Steps[random.Next(5)]] = random.Next(2) == 0 ? Fault.FailsOnceAfter : Fault.None },
        };
        var run = new TripRun(rig) { Duplicates = random.Next(2) == 0 };
        await run.StartAsync();
        for (var burst = 0; burst < 8; burst++)
        {
            await BurstAsync(rig, new Interleaving(seed + burst) { KillProbability = killProbability }, random);
            if (random.Next(2) == 0)
            {
                rig.Time.Advance(TimeSpan.FromMinutes(1));
            }
        }

        await run.FinishAsync();
        await run.CheckAsync();
    }

    /// <summary>Delivers some of the messages that were ever sent, and perhaps sweeps, all at once.</summary>
    private static async Task BurstAsync(TripRig rig, Interleaving schedule, Random random)
    {
        var sent = rig.Queue.Received;
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var back = random.Next(4) == 0 ? random.Next(sent.Count) : 0;
            var envelope = sent[sent.Count - 1 - back];
            var copy = $"-{count}";
            var receiveCount = random.Next(1, 3);
            schedule.Start(gate => TripRig.DeliverAsync(rig.Process(gate), envelope, copy, receiveCount));
        }

        if (random.Next(4) == 0)
        {
            schedule.Start(gate => rig.SweepAsync(gate));
        }

        if (random.Next(3) == 0)
        {
            schedule.Start(gate => LetTimePassAsync(rig, gate));
        }

        await schedule.RunAsync();
    }

    /// <summary>Leases run out while their owners are still at work.</summary>
    private static async Task LetTimePassAsync(TripRig rig, IStepGate gate)
    {
        for (var minute = 0; minute < 3; minute++)
        {
            await gate.StepAsync("clock");
            await gate.StepAsync("clock");
            rig.Time.Advance(TimeSpan.FromSeconds(61));
        }
    }
}
