namespace Patterns.FanOut.Tests.FanIn;

/// <summary>Several processes at once, step by step in random orders: duplicates, a sweep that races the last part, and deaths.</summary>
[Collection(AllCores.Name)]
public sealed class FanInInterleavings
{
    private const int Runs = 2500;

    [Theory]
    [InlineData(0, 0.0, false)]
    [InlineData(1, 0.03, false)]
    [InlineData(2, 0.0, true)]
    [InlineData(3, 0.03, true)]
    public async Task In_every_order_of_steps_one_claim_decides_and_every_part_is_in_one_place(int family, double killProbability, bool sweeps) =>
        await Parallel.ForAsync(0, Runs, async (index, _) =>
        {
            var seed = (family * Runs) + index;
            try
            {
                await RunAsync(seed, killProbability, sweeps);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}: {exception.Message}", exception);
            }
        });

    private static async Task RunAsync(int seed, double killProbability, bool sweeps)
    {
        var random = new Random(seed);
        var number = 0;
        var rig = new FanInRig { Combine = aggregate => CollectQuotes.Plain(aggregate) with { Total = Interlocked.Increment(ref number) } };
        var run = new FanInRun(rig);
        var count = random.Next(1, 4);
        var suppliers = Enumerable.Range(0, count).Select(part => $"s{part}").ToList();
        var schedule = new Interleaving(seed) { KillProbability = killProbability };

        if (sweeps)
        {
            // Some parts are there and their time is over when the others race the sweep.
            await FanInRig.DeliverAsync(rig.Process(), Part(suppliers[0], count));
            rig.Time.Advance(TimeSpan.FromMinutes(10));
            schedule.Start(gate => rig.SweepAsync(gate));
        }

        foreach (var supplier in suppliers.Concat(suppliers.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()))
        {
            Start(Part(supplier, count));
        }

        if (random.Next(3) == 0)
        {
            Start([.. suppliers.Select(supplier => Part(supplier, count))]);
        }

        void Start(params SqsRecord[] batch)
        {
            run.Send(batch);
            schedule.Start(gate => run.DeliverAsync(gate, batch));
        }

        await schedule.RunAsync();
        await run.FinishAsync();
        run.Check("r1", suppliers);
        run.CheckNothingIsLeft();
    }

    private static SqsRecord Part(string supplier, int count) => FanInRig.Message(new Quote("r1", supplier, 1, Of: count));
}
