using Patterns.FanIn;

namespace Patterns.FanOut.Tests.FanIn;

/// <summary>The process dies at every step that there is, one after the other.</summary>
[Collection(AllCores.Name)]
public sealed class FanInCrashTests
{
    private static readonly string[] Suppliers = ["a", "b", "c"];

    [Theory]
    [InlineData("count carried by parts", "abc")]
    [InlineData("opening first", "oabc")]
    [InlineData("opening last", "abco")]
    [InlineData("one is lost", "abS")]
    [InlineData("one is late", "acSb")]
    [InlineData("duplicates", "aabbaccSa")]
    [InlineData("opening of another function last", "abcOS")]
    [InlineData("one batch", "B")]
    public async Task A_crash_at_any_step_loses_nothing_and_counts_nothing_twice(string name, string script)
    {
        var steps = 0;
        for (var hasKilled = true; hasKilled; steps++)
        {
            hasKilled = await RunAsync(script, new KillAtStep(steps));
        }

        Assert.True(steps > 10, $"{name} has only {steps} steps.");
    }

    private static async Task<bool> RunAsync(string script, KillAtStep gate)
    {
        var number = 0;
        var rig = new FanInRig
        {
            Expected = script.Contains('o', StringComparison.OrdinalIgnoreCase) ? null : quote => quote.Of,

            // What is made is never the same again: only what was kept first may be published.
            Combine = aggregate => CollectQuotes.Plain(aggregate) with { Total = ++number },
        };
        var run = new FanInRun(rig);
        foreach (var step in script)
        {
            await StepAsync(run, step, gate);
        }

        await run.FinishAsync();
        var delivered = Suppliers.Where(supplier => script.Contains(supplier[0]) || script == "B").ToList();
        run.Check("r1", delivered);
        run.CheckNothingIsLeft();
        return gate.HasKilled;
    }

    /// <summary>A dead process is followed by one that lives.</summary>
    private static async Task StepAsync(FanInRun run, char step, KillAtStep gate)
    {
        var alive = gate.HasKilled ? null : gate;
        switch (step)
        {
            case 'B':
                await run.DeliverAsync(alive, [.. Suppliers.Select(Part)]);
                break;
            case 'S':
                await SweepAsync(run.Rig, alive);
                break;
            case 'O':
                await OpenAsync(run.Rig, alive);
                break;
            default:
                var record = step == 'o' ? FanInRig.Message(new Quote("r1", "opening", Opens: 3)) : Part(step.ToString());
                await run.DeliverAsync(alive, record);
                await RedeliverAsync(run, gate);
                break;
        }
    }

    private static async Task RedeliverAsync(FanInRun run, KillAtStep gate)
    {
        // Some messages come again at once, the others after all that follow.
        if (gate.HasKilled && run.Waiting is [{ } record] && record.Body.Length % 2 == 0)
        {
            await run.DeliverAsync(gate: null, record);
        }
    }

    private static async Task SweepAsync(FanInRig rig, KillAtStep? gate)
    {
        rig.Time.Advance(TimeSpan.FromMinutes(11));
        try
        {
            await rig.SweepAsync(gate);
        }
        catch (Exception) when (gate is { HasKilled: true })
        {
            rig.Time.Advance(TimeSpan.FromMinutes(2));
            await rig.SweepAsync();
        }
    }

    private static async Task OpenAsync(FanInRig rig, KillAtStep? gate)
    {
        try
        {
            await rig.Store(gate).OpenAsync("r1", new FanInOpening { Expected = 3 }, CancellationToken.None);
        }
        catch (ProcessKilledException)
        {
            await rig.Store().OpenAsync("r1", new FanInOpening { Expected = 3 }, CancellationToken.None);
        }
    }

    private static SqsRecord Part(string supplier) => FanInRig.Message(new Quote("r1", supplier, 1, Of: 3));
}
