using Patterns.Limits;
using Patterns.Workflows;

namespace Patterns.Testing;

internal static class StartLaws
{
    private const int Racers = 8;

    public static IEnumerable<KeyValuePair<string, Func<WorkflowTrial, Task>>> All =>
    [
        new("a run that was started runs and is found by its name", IsFoundAsync),
        new("a name that was never started is not found", UnknownIsNotFoundAsync),
        new("the same name and input is the same run while it runs", SameWhileRunningAsync),
        new("the same name and input is the same run after its end", SameAfterEndAsync),
        new("the same name with another input is refused", OtherInputIsRefusedAsync),
        new("racing starts of one name start one run", RaceAsync),
        new("names of the longest length and of every kind of character are taken", OddNamesAsync),
        new("names that can never be are refused", InvalidNamesAsync),
        new("an input of the largest size starts a run", LargestInputAsync),
        new("an input that is no JSON or too long is refused", InvalidInputAsync),
        new("a workflow that does not exist fails for good and is named", MissingAsync),
        new("a cancelled call ends", CancelledAsync),
    ];

    private static async Task IsFoundAsync(WorkflowTrial trial)
    {
        var started = await trial.StartAsync().ConfigureAwait(false);
        var found = await trial.Workflow.FindAsync(trial.RunName, CancellationToken.None).ConfigureAwait(false);

        trial.Expect(started is { Status: WorkflowStatus.Running, EndedAt: null } && started.Name == trial.RunName, $"the start says {started}.");
        trial.Expect(found is { Status: WorkflowStatus.Running, Output: null, Error: null, EndedAt: null }, $"the run is {found}.");
        trial.Expect(found!.Id == started.Id && found.Name == trial.RunName, $"started as {started.Id}, found as {found.Id}.");
        trial.Expect(found.StartedAt > DateTimeOffset.UnixEpoch, "the run has no time of its start.");
    }

    private static async Task UnknownIsNotFoundAsync(WorkflowTrial trial)
    {
        var found = await trial.Workflow.FindAsync(trial.RunName, CancellationToken.None).ConfigureAwait(false);
        trial.Expect(found is null, $"a run was found: {found}.");
    }

    private static async Task SameWhileRunningAsync(WorkflowTrial trial)
    {
        var first = await trial.StartAsync().ConfigureAwait(false);
        var second = await trial.StartAsync().ConfigureAwait(false);
        trial.Expect(first.Id == second.Id && first.StartedAt == second.StartedAt, $"first {first}, then {second}.");
    }

    private static async Task SameAfterEndAsync(WorkflowTrial trial)
    {
        var token = await trial.StartTaskAsync().ConfigureAwait(false);
        _ = await trial.Workflow.SucceedTaskAsync(token, "\"done\"", CancellationToken.None).ConfigureAwait(false);
        var ended = await trial.EndAsync().ConfigureAwait(false);

        var again = await trial.StartAsync().ConfigureAwait(false);

        trial.Expect(again == ended, $"ended as {ended}, but started again it is {again}.");
    }

    private static async Task OtherInputIsRefusedAsync(WorkflowTrial trial)
    {
        var token = await trial.StartTaskAsync().ConfigureAwait(false);
        await ExpectNameTakenAsync("while it runs", trial).ConfigureAwait(false);
        _ = await trial.Workflow.SucceedTaskAsync(token, "1", CancellationToken.None).ConfigureAwait(false);
        _ = await trial.EndAsync().ConfigureAwait(false);
        await ExpectNameTakenAsync("after its end", trial).ConfigureAwait(false);
    }

    private static async Task ExpectNameTakenAsync(string when, WorkflowTrial trial)
    {
        var refusal = await trial.ExpectRefusedAsync(when, () => trial.StartAsync(input: """{"n":2}""")).ConfigureAwait(false);
        trial.Expect(refusal.IsNameTaken, $"{when}: the failure does not say that the name is taken: {refusal.Message}");
        trial.Expect(refusal.Message.Contains(trial.RunName, StringComparison.Ordinal), $"{when}: the message does not name the run: {refusal.Message}");
    }

    private static async Task RaceAsync(WorkflowTrial trial)
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => Task.Run(() => trial.StartAsync()))).ConfigureAwait(false);
        trial.Expect(runs.Select(run => (run.Id, run.StartedAt)).Distinct().Count() == 1, $"the starts gave {string.Join(", ", runs.Select(run => run.Id).Distinct())}.");
    }

    private static async Task OddNamesAsync(WorkflowTrial trial)
    {
        foreach (var name in new[] { trial.RunName.PadRight(WorkflowArguments.NameLength, 'x'), $"{trial.RunName}-._!@'()+=Ω" })
        {
            var run = await trial.StartAsync(name).ConfigureAwait(false);
            var found = await trial.Workflow.FindAsync(name, CancellationToken.None).ConfigureAwait(false);
            trial.Expect(found?.Id == run.Id, $"the run '{name}' is not found by its name.");
        }
    }

    private static async Task InvalidNamesAsync(WorkflowTrial trial)
    {
        foreach (var name in new[] { "", "a b", "a:b", "a/b", "a\u0001", "a$", new string('x', WorkflowArguments.NameLength + 1) })
        {
            await trial.ExpectThrowsAsync<ArgumentException>($"a start of '{name}'", () => trial.StartAsync(name)).ConfigureAwait(false);
            await trial.ExpectThrowsAsync<ArgumentException>($"a look for '{name}'", () => trial.Workflow.FindAsync(name, CancellationToken.None).AsTask()).ConfigureAwait(false);
        }
    }

    private static async Task LargestInputAsync(WorkflowTrial trial)
    {
        var run = await trial.StartAsync(input: $"\"{new string('x', ServiceLimits.StepFunctionsPayloadBytes - 2)}\"").ConfigureAwait(false);
        trial.Expect(run.Status == WorkflowStatus.Running, $"the run is {run.Status}.");
    }

    private static async Task InvalidInputAsync(WorkflowTrial trial)
    {
        foreach (var input in new[] { "", "{", "no JSON", "1 2", $"\"{new string('x', ServiceLimits.StepFunctionsPayloadBytes - 1)}\"" })
        {
            var shown = input[..Math.Min(input.Length, 10)];
            await trial.ExpectThrowsAsync<ArgumentException>($"the input '{shown}'", () => trial.StartAsync(input: input)).ConfigureAwait(false);
        }
    }

    private static async Task MissingAsync(WorkflowTrial trial)
    {
        if (trial.Missing is { } missing)
        {
            await trial.ExpectRefusedAsync("a start", () => missing.StartAsync(trial.RunName, "{}", CancellationToken.None).AsTask(), missing).ConfigureAwait(false);
        }
    }

    private static async Task CancelledAsync(WorkflowTrial trial)
    {
        var token = await trial.StartTaskAsync().ConfigureAwait(false);
        var cancelled = new CancellationToken(canceled: true);
        var calls = new (string What, Func<Task> Call)[]
        {
            ("a start", () => trial.Workflow.StartAsync(trial.RunName, "{}", cancelled).AsTask()),
            ("a look", () => trial.Workflow.FindAsync(trial.RunName, cancelled).AsTask()),
            ("a success", () => trial.Workflow.SucceedTaskAsync(token, "1", cancelled).AsTask()),
            ("a failure", () => trial.Workflow.FailTaskAsync(token, "e", "c", cancelled).AsTask()),
            ("a heartbeat", () => trial.Workflow.HeartbeatTaskAsync(token, cancelled).AsTask()),
        };
        foreach (var (what, call) in calls)
        {
            await trial.ExpectThrowsAsync<OperationCanceledException>(what, call).ConfigureAwait(false);
        }
    }
}
