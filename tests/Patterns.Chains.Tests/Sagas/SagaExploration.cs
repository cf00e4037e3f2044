using System.Collections.Concurrent;
using Patterns.Sagas;

namespace Patterns.Chains.Tests.Sagas;

/// <summary>Every step fails in every way, undoing works or is flaky, messages come once or twice, and the process dies at every single step.</summary>
public sealed class SagaExploration
{
    public static TheoryData<string, bool> Cases()
    {
        var cases = new TheoryData<string, bool>();
        foreach (var (index, name) in Scenarios.Keys.Index())
        {
            cases.Add(name, index % 2 == 0);
        }

        return cases;
    }

    private static Dictionary<string, Func<TripRig>> Scenarios { get; } = Build();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_crash_at_any_step_leaves_all_effects_or_none_and_exactly_one_answer(string name, bool duplicates)
    {
        var outcomes = new ConcurrentDictionary<SagaOutcome, int>();
        var steps = 0;
        for (var hasKilled = true; hasKilled; steps++)
        {
            var rig = Scenarios[name]();
            var gate = new KillAtStep(steps);
            var run = new TripRun(rig) { Duplicates = duplicates };
            await run.StartAsync(gate);
            await run.FinishAsync(() => gate.HasKilled ? null : gate);
            var status = await run.CheckAsync();
            outcomes.AddOrUpdate(status.Outcome!.Value, 1, (_, count) => count + 1);
            hasKilled = gate.HasKilled;
        }

        Assert.True(steps > 10, $"{name} has only {steps} steps.");
        Assert.Equal([Expected(name)], outcomes.Keys);
    }

    private static SagaOutcome Expected(string name) =>
        name == "all well" || name.Contains(nameof(Fault.FailsOnceAfter), StringComparison.Ordinal) ? SagaOutcome.Succeeded : SagaOutcome.Compensated;

    private static Dictionary<string, Func<TripRig>> Build()
    {
        var scenarios = new Dictionary<string, Func<TripRig>> { ["all well"] = () => new TripRig() };
        foreach (var step in TripRig.Steps)
        {
            foreach (var fault in Enum.GetValues<Fault>().Where(fault => fault != Fault.None))
            {
                scenarios[$"{step} {fault}"] = () => new TripRig { Faults = new() { [step] = fault } };
            }

            scenarios[$"{step} refused, undoing flaky"] = () => new TripRig
            {
                Faults = new() { [step] = Fault.Refuses },
                UndoFaults = TripRig.Steps.ToDictionary(other => other, _ => Fault.FailsOnceAfter),
            };
        }

        return scenarios;
    }
}
