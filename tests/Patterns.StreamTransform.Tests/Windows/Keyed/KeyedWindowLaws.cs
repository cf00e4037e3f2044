using FsCheck;
using FsCheck.Fluent;
using Patterns.StreamTransform.Tests.Transforms;
using Patterns.Tables;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

/// <summary>Windows of keys against a computation over all records at once.</summary>
public sealed class KeyedWindowLaws
{
    private const int Users = 4;
    private const double Gap = 10;
    private const double Step = 5;
    private const double Lateness = 12;

    private static readonly Gen<Run> Runs =
        from deltas in Gen.Choose(-8, 9).ListOf()
        from seed in Gen.Choose(0, int.MaxValue)
        from shards in Gen.Choose(1, 3)
        from batch in Gen.Choose(1, 8)
        from lanes in Gen.Choose(1, 3)
        from bisects in Gen.Elements(true, false)
        from areSessions in Gen.Elements(true, false)
        select new Run([.. deltas], seed, shards, batch, lanes, bisects, areSessions);

    /// <summary>
    /// Disorder as far as it is allowed, records put twice, batches and lanes of any size, halves after errors, reshardings, records that fail,
    /// sweeps on the way, a destination that takes parts and loses replies, and processes that die between any two calls of table and destination.
    /// </summary>
    [Fact]
    public void Whatever_fails_the_windows_are_those_of_a_computation_over_all_records() =>
        Prop.ForAll(Runs.ToArbitrary(), run => CheckAsync(run, maxDisorder: Lateness).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(120).WithEndSize(60));

    /// <summary>As above with any disorder, sweeps that close too early, and lanes that end each other's windows.</summary>
    [Fact]
    public void However_late_records_are_each_is_in_one_session_or_was_sent_as_late() =>
        Prop.ForAll(Runs.ToArbitrary(), run => CheckAsync(run with { AreSessions = true }, maxDisorder: 200).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(80).WithEndSize(60));

    private static async Task<bool> CheckAsync(Run run, double maxDisorder)
    {
        var isOrderly = maxDisorder <= Lateness;
        var disturbance = new Disturbance(run.Seed, howOften: 0.03);
        var rig = new KeyedRig(run.Shards, run.Batch, run.Lanes, run.Bisects)
        {
            Lateness = TimeSpan.FromMinutes(Lateness),
            LatePolicy = disturbance.Random.Next(2) == 0 ? LateRecords.Include : LateRecords.Send,
            ClosesByShard = run.Lanes == 1 || !isOrderly,
            Adding = _ => disturbance.DieSometimes(),
        };
        rig.Handling = new RecordHandlerOptions { MaxParallelism = run.Seed % 4 == 0 ? 4 : 1, Time = rig.Time };
        rig.Invoke = async payload =>
        {
            var gate = new KillSometimes(disturbance);
            var reply = await Handler(rig, run, gate).FunctionHandler(payload, rig.Context());
            gate.ThrowIfKilled();
            return reply;
        };

        var clicks = new List<Click>();
        var latest = 0.0;
        foreach (var delta in run.Deltas)
        {
            // Most go forward, some go back; by quarters, which are exact.
            var minute = delta >= 0 ? latest + (delta * 0.75) : Math.Max(0, Math.Ceiling(4 * (latest + (delta / 8.0 * maxDisorder))) / 4);
            latest = Math.Max(latest, minute);
            rig.Time.Advance(ClickJson.Start.AddMinutes(latest) is var now && now > rig.Time.GetUtcNow() ? now - rig.Time.GetUtcNow() : TimeSpan.Zero);
            var click = new Click($"u{disturbance.Random.Next(Users)}", $"{clicks.Count}", minute);
            clicks.Add(click);
            rig.Put(click.User, click.Id, click.Minute);
            if (disturbance.Random.Next(8) == 0)
            {
                rig.Put(click.User, click.Id, click.Minute);
            }

            await DisturbAsync(rig, run, disturbance, isOrderly);
        }

        await FinishAsync(rig, run, disturbance);
        if (isOrderly)
        {
            var expected = run.AreSessions ? ClickOracle.Sessions(clicks, Gap) : ClickOracle.Slides(clicks, Gap, Step);
            Assert.Equal(expected.Order(StringComparer.Ordinal), rig.Seen.Order(StringComparer.Ordinal));
            Assert.Empty(rig.Late.Received);
        }
        else
        {
            CheckEachOnce(rig, clicks);
        }

        Assert.All(rig.Table.Items, item => Assert.NotNull(item.ExpiresAt));
        return true;
    }

    private static async Task DisturbAsync(KeyedRig rig, Run run, Disturbance disturbance, bool isOrderly)
    {
        switch (disturbance.Random.Next(12))
        {
            case 0:
                rig.Stream.Reshard(1 + disturbance.Random.Next(3));
                break;
            case 1 or 2 or 3:
                await rig.Mapping.StepAsync(disturbance.Random);
                break;
            case 4 when isOrderly:
                await rig.Mapping.RunAsync(disturbance.Random);
                await SweepAsync(rig, run, new KillSometimes(disturbance));
                break;
            case 5 when !isOrderly:
                rig.Time.Advance(TimeSpan.FromMinutes(disturbance.Random.Next(60)));
                await SweepAsync(rig, run, new KillSometimes(disturbance));
                break;
            default:
                break;
        }
    }

    private static async Task FinishAsync(KeyedRig rig, Run run, Disturbance disturbance)
    {
        await rig.Mapping.RunAsync(disturbance.Random);
        rig.Time.Advance(TimeSpan.FromHours(1));
        await SweepAsync(rig, run, new KillSometimes(disturbance));
        for (var again = 0; again < 2; again++)
        {
            await Handler(rig, run, null).SweepAsync(default);
            rig.Time.Advance(TimeSpan.FromHours(1));
        }
    }

    private static async Task SweepAsync(KeyedRig rig, Run run, KillSometimes gate)
    {
        try
        {
            await Handler(rig, run, gate).SweepAsync(default);
        }
        catch (Exception exception) when (exception is WindowSweepException or ProcessKilledException)
        {
            // The next sweep goes on.
        }
    }

    private static void CheckEachOnce(KeyedRig rig, List<Click> clicks)
    {
        var results = ClickJson.Read(rig.Results);
        var late = rig.Late.Received.DistinctBy(letter => letter.Id).Select(letter => System.Text.Json.JsonSerializer.Deserialize(letter.Body.Span, ClickJson.Default.Click)!.Id);

        // A record that was put twice is known only while its window is open; late ones may be there twice.
        var inTime = results.Where(result => !result.IsLate).SelectMany(result => result.Ids).ToList();
        Assert.Equal(inTime.Count, inTime.Distinct(StringComparer.Ordinal).Count());
        var all = results.SelectMany(result => result.Ids).Concat(late).Distinct(StringComparer.Ordinal);
        Assert.Equal(clicks.Select(click => click.Id).Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
    }

    private static KeyedWindowHandler<Click, List<string>, Collected> Handler(KeyedRig rig, Run run, KillSometimes? gate)
    {
        ITable table = gate is null ? rig.Table : new SteppedTable(rig.Table, gate);
        IDestination results = gate is null ? rig.Results : new SteppedDestination(new Disturbance.Sink(rig.Results, gate.Disturbance), gate);
        IDestination late = gate is null ? rig.Late : new SteppedDestination(rig.Late, gate);
        return run.AreSessions
            ? rig.Sessions(table, results, late)
            : rig.Slides(TimeSpan.FromMinutes(Gap), TimeSpan.FromMinutes(Step), table, results, late);
    }

    private sealed record Run(int[] Deltas, int Seed, int Shards, int Batch, int Lanes, bool Bisects, bool AreSessions)
    {
        public override string ToString() =>
            $"[{string.Join(",", Deltas)}] seed {Seed}, {Shards} shards, batch {Batch}, {Lanes} lanes, bisects {Bisects}, sessions {AreSessions}";
    }

    private sealed class KillSometimes(Disturbance disturbance) : IStepGate
    {
        private bool _isKilled;

        public Disturbance Disturbance => disturbance;

        public ValueTask StepAsync(string name)
        {
            lock (disturbance.Random)
            {
                _isKilled |= disturbance.Random.NextDouble() < 0.01;
            }

            ThrowIfKilled();
            return ValueTask.CompletedTask;
        }

        public void ThrowIfKilled()
        {
            if (_isKilled)
            {
                throw new ProcessKilledException("Now and then.");
            }
        }
    }
}
