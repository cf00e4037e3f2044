using FsCheck;
using FsCheck.Fluent;
using Patterns.DataProcessing;

namespace Patterns.FanOut.Tests.DataProcessing;

/// <summary>Every part ends in exactly one place, whatever happens on the way.</summary>
[Collection(AllCores.Name)]
public sealed class JobLaws
{
    private static readonly Gen<string> Texts = Gen.Frequency(
        (5, Gen.Choose(1, 5).Select(count => string.Join(' ', Enumerable.Repeat("word", count)))),
        (1, Gen.Constant(string.Join(' ', Enumerable.Repeat("word", 3000)))),
        (1, Gen.Constant("poison")),
        (1, Gen.Constant("broken")));

    [Fact]
    public void Every_part_is_loaded_rejected_dead_lettered_or_named_as_missing()
    {
        var cases = from texts in Texts.ListOf()
                    from lost in Gen.Choose(-10, 10)
                    from copies in Gen.Choose(1, 3)
                    from batch in Gen.Choose(1, 10)
                    from again in Gen.Choose(0, 2)
                    select (texts: texts.ToArray(), lost, copies, batch, again);

        Prop.ForAll(cases.ToArbitrary(), run => CheckAsync(run.texts, run.lost, run.copies, run.batch, run.again).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(25));
    }

    [Fact]
    public async Task A_crash_at_any_step_of_a_job_changes_nothing_in_its_result()
    {
        string[] texts = ["a b c", "poison", "broken", "d e"];
        var steps = 0;
        for (var hasKilled = true; hasKilled; steps++)
        {
            var gate = new KillAtStep(steps);
            var rig = new JobRig { Salt = 1 };
            for (var isSplit = false; !isSplit;)
            {
                isSplit = await rig.SplitAsync(new Corpus("job", texts), gate.HasKilled ? null : gate);
            }

            await rig.PumpAsync(gate);
            hasKilled = gate.HasKilled;
            await rig.FinishAsync();
            Check(rig, texts, lost: -1);
        }

        Assert.True(steps > 30, $"The job has only {steps} steps.");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.02)]
    public async Task In_every_order_of_steps_a_jobs_parts_count_once(double killProbability) =>
        await Parallel.ForAsync(0, 500, async (seed, _) =>
        {
            try
            {
                await RaceAsync(seed, killProbability);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}: {exception.Message}", exception);
            }
        });

    private static async Task<bool> CheckAsync(string[] texts, int lost, int copies, int batch, int again)
    {
        var rig = new JobRig { Salt = 1, BatchSize = batch, Copies = _ => copies, Loses = id => id == $"job/{lost}" };
        var corpus = new Corpus("job", texts);
        Assert.True(await rig.SplitAsync(corpus));
        for (var run = 0; run < again; run++)
        {
            await rig.SplitAsync(corpus);
            await rig.PumpAsync();
        }

        await rig.FinishAsync();
        Check(rig, texts, lost);
        return true;
    }

    /// <summary>Mappers, the splitter again, dead letters and a sweep at the same time.</summary>
    private static async Task RaceAsync(int seed, double killProbability)
    {
        string[] texts = ["a b", "c", "poison"];
        var rig = new JobRig { Salt = 1 };
        await rig.SplitAsync(new Corpus("job", texts));
        var messages = rig.Mappers.Received.Select(JobRig.Message).ToArray();
        var schedule = new Interleaving(seed) { KillProbability = killProbability };
        foreach (var message in messages.Append(messages[seed % messages.Length]))
        {
            schedule.Start(gate => rig.Mapper(gate).FunctionHandler(Events.Sqs(message), new FakeLambdaContext()));
        }

        schedule.Start(gate => rig.SplitAsync(new Corpus("job", texts), gate));
        schedule.Start(gate => rig.SweepAsync(gate));
        await schedule.RunAsync();
        await rig.FinishAsync();
        Check(rig, texts, lost: -1);
    }

    private static void Check(JobRig rig, string[] texts, int lost)
    {
        Assert.NotEmpty(rig.Results.Received);
        Assert.Single(rig.Results.Received.Select(envelope => Convert.ToHexString(envelope.Body.Span)).Distinct());
        var result = rig.JobResults[0];
        var isWhole = lost < 0 || lost >= texts.Length;
        var there = texts.Where((_, number) => number != lost).ToList();
        Assert.Equal(isWhole ? JobStatus.Complete : JobStatus.Incomplete, result.Status);
        Assert.Equal(isWhole ? [] : [lost], result.Missing);
        Assert.Equal(
            new JobCounts(texts.Length, there.Count(IsWords), there.Count(text => text == "poison"), there.Count(text => text == "broken"), isWhole ? 0 : 1, 0),
            result.Counts);
        if (isWhole)
        {
            Assert.Equal(Enumerable.Range(0, texts.Length).Where(number => IsWords(texts[number])), result.Result!.Pages);
        }

        Assert.Equal(0, rig.ItemsAfterExpiry());
    }

    private static bool IsWords(string text) => text is not ("poison" or "broken");
}
