using Patterns.Tables;
using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

public sealed class KeyedCrashTests
{
    private const double Size = 10;
    private const double Step = 5;

    private static readonly Click[] Clicks =
    [
        .. Of("a 0", "b 1", "a 6", "c 9", "a 5.5", "b 22", "a 24", "a 60", "b 80"),
    ];

    private static readonly Click[] LateClicks = [.. Of("a 2", "c 5")];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wherever_the_function_or_the_sweep_dies_its_successor_comes_to_the_same_results(bool areSessions)
    {
        var expected = areSessions ? ClickOracle.Sessions(Clicks, Size) : ClickOracle.Slides(Clicks, Size, Step);
        for (var step = 0; ; step++)
        {
            var gate = new KillAtStep(step);
            var rig = new KeyedRig(batchSize: 4) { Lateness = TimeSpan.FromMinutes(4), LatePolicy = LateRecords.Send };
            var isFirst = true;
            rig.Invoke = async payload =>
            {
                var handler = Handler(rig, areSessions, isFirst ? gate : null);
                var reply = await handler.FunctionHandler(payload, rig.Context());
                return isFirst && gate.HasKilled ? throw new ProcessKilledException("A dead process replies nothing.") : reply;
            };
            Put(rig);
            for (var more = true; more; isFirst &= !gate.HasKilled)
            {
                more = await rig.Mapping.StepAsync();
            }

            await SweepAsync(rig, areSessions, isFirst ? gate : null);

            Assert.Equal(expected.Order(StringComparer.Ordinal), rig.Seen.Order(StringComparer.Ordinal));
            Assert.Equal(LateClicks.Length, rig.Late.Received.Select(late => late.Id).Distinct(StringComparer.Ordinal).Count());
            Assert.All(rig.Table.Items, item => Assert.NotNull(item.ExpiresAt));
            if (!gate.HasKilled)
            {
                Assert.True(step > 80, $"Only {step} steps.");
                return;
            }
        }
    }

    private static void Put(KeyedRig rig)
    {
        foreach (var click in Clicks[..^2].Concat(LateClicks).Concat(Clicks[^2..]))
        {
            rig.Put(click.User, click.Id, click.Minute);
        }
    }

    private static async Task SweepAsync(KeyedRig rig, bool areSessions, IStepGate? gate)
    {
        rig.Time.Advance(TimeSpan.FromHours(3));
        try
        {
            await Handler(rig, areSessions, gate).SweepAsync(default);
        }
        catch (Exception) when (gate is KillAtStep { HasKilled: true })
        {
            // The next sweep goes on.
        }

        await Handler(rig, areSessions, null).SweepAsync(default);
        rig.Time.Advance(TimeSpan.FromHours(3));
        await Handler(rig, areSessions, null).SweepAsync(default);
    }

    private static KeyedWindowHandler<Click, List<string>, Collected> Handler(KeyedRig rig, bool areSessions, IStepGate? gate)
    {
        ITable table = gate is null ? rig.Table : new SteppedTable(rig.Table, gate);
        IDestination results = gate is null ? rig.Results : new SteppedDestination(rig.Results, gate);
        IDestination late = gate is null ? rig.Late : new SteppedDestination(rig.Late, gate);
        return areSessions
            ? rig.Sessions(table, results, late)
            : rig.Slides(TimeSpan.FromMinutes(Size), TimeSpan.FromMinutes(Step), table, results, late);
    }

    private static IEnumerable<Click> Of(params string[] clicks) => clicks.Select(click => click.Split(' ')).Select(parts =>
        new Click(parts[0], parts[0] + parts[1], double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)));
}
