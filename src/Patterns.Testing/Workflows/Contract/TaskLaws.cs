using Patterns.Limits;
using Patterns.Workflows;

namespace Patterns.Testing;

internal static class TaskLaws
{
    private const int Racers = 8;

    public static IEnumerable<KeyValuePair<string, Func<WorkflowTrial, Task>>> All =>
    [
        new("a success ends the task with its output", SuccessAsync),
        new("an output of the largest size arrives", LargestOutputAsync),
        new("a failure ends the task with its error and cause", FailureAsync),
        new("a heartbeat is accepted while the task waits, and leaves it waiting", HeartbeatAsync),
        new("after the first answer all others are too late and change nothing", FirstAnswerCountsAsync),
        new("of racing answers one is accepted", RaceAsync),
        new("a token that is none fails for good", UnknownTokenAsync),
        new("answers that can never be are refused and leave the task waiting", InvalidAnswersAsync),
    ];

    private static async Task SuccessAsync(WorkflowTrial trial)
    {
        const string Output = """{"text":"größer ≥ 𝄞 \"quoted\"","n":1}""";
        var token = await trial.StartTaskAsync().ConfigureAwait(false);

        await trial.ExpectAcceptedAsync(trial.Workflow.SucceedTaskAsync(token, Output, CancellationToken.None), "the success").ConfigureAwait(false);

        var run = await trial.EndAsync().ConfigureAwait(false);
        trial.Expect(run is { Status: WorkflowStatus.Succeeded, Error: null, EndedAt: not null } && SameJson(run.Output, Output), $"the run is {run}.");
    }

    private static async Task LargestOutputAsync(WorkflowTrial trial)
    {
        var token = await trial.StartTaskAsync().ConfigureAwait(false);
        var output = $"\"{new string('x', ServiceLimits.StepFunctionsPayloadBytes - 2)}\"";

        await trial.ExpectAcceptedAsync(trial.Workflow.SucceedTaskAsync(token, output, CancellationToken.None), "the success").ConfigureAwait(false);

        var run = await trial.EndAsync().ConfigureAwait(false);
        trial.Expect(run.Output == output, $"the run is {run.Status} with {run.Output?.Length} characters, {run.Error}.");
    }

    private static async Task FailureAsync(WorkflowTrial trial)
    {
        var token = await trial.StartTaskAsync().ConfigureAwait(false);

        await trial.ExpectAcceptedAsync(trial.Workflow.FailTaskAsync(token, "Card.Declined", "größer ≥ \"allowed\"", CancellationToken.None), "the failure").ConfigureAwait(false);

        var run = await trial.EndAsync().ConfigureAwait(false);
        trial.Expect(run is { Status: WorkflowStatus.Failed, Output: null, Error: "Card.Declined", Cause: "größer ≥ \"allowed\"", EndedAt: not null }, $"the run is {run}.");
    }

    private static async Task HeartbeatAsync(WorkflowTrial trial)
    {
        var token = await trial.StartTaskAsync().ConfigureAwait(false);
        await trial.ExpectAcceptedAsync(trial.Workflow.HeartbeatTaskAsync(token, CancellationToken.None), "the first heartbeat").ConfigureAwait(false);
        await trial.ExpectAcceptedAsync(trial.Workflow.HeartbeatTaskAsync(token, CancellationToken.None), "the second heartbeat").ConfigureAwait(false);

        var run = await trial.Workflow.FindAsync(trial.RunName, CancellationToken.None).ConfigureAwait(false);
        trial.Expect(run is { Status: WorkflowStatus.Running }, $"the run is {run}.");
    }

    private static async Task FirstAnswerCountsAsync(WorkflowTrial trial)
    {
        var token = await trial.StartTaskAsync().ConfigureAwait(false);
        await trial.ExpectAcceptedAsync(trial.Workflow.SucceedTaskAsync(token, "\"first\"", CancellationToken.None), "the first answer").ConfigureAwait(false);
        var ended = await trial.EndAsync().ConfigureAwait(false);

        await trial.ExpectGoneAsync(trial.Workflow.SucceedTaskAsync(token, "\"first\"", CancellationToken.None), "a copy of the answer").ConfigureAwait(false);
        await trial.ExpectGoneAsync(trial.Workflow.SucceedTaskAsync(token, "\"second\"", CancellationToken.None), "another success").ConfigureAwait(false);
        await trial.ExpectGoneAsync(trial.Workflow.FailTaskAsync(token, "E", "c", CancellationToken.None), "a failure").ConfigureAwait(false);
        await trial.ExpectGoneAsync(trial.Workflow.HeartbeatTaskAsync(token, CancellationToken.None), "a heartbeat").ConfigureAwait(false);

        var run = await trial.EndAsync().ConfigureAwait(false);
        trial.Expect(run == ended, $"the run was {ended} and is {run}.");
    }

    private static async Task RaceAsync(WorkflowTrial trial)
    {
        var token = await trial.StartTaskAsync().ConfigureAwait(false);
        var answers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(n => Task.Run(
            () => trial.Workflow.SucceedTaskAsync(token, $"{n}", CancellationToken.None).AsTask()))).ConfigureAwait(false);

        var accepted = Enumerable.Range(0, Racers).Where(n => answers[n] == TaskAnswer.Accepted).ToArray();
        var run = await trial.EndAsync().ConfigureAwait(false);
        trial.Expect(accepted.Length == 1 && run.Output == $"{accepted[0]}", $"accepted were {string.Join(", ", accepted)}, and the run has {run.Output}.");
    }

    private static async Task UnknownTokenAsync(WorkflowTrial trial)
    {
        const string Token = "no token";
        await trial.ExpectRefusedAsync("a success", () => trial.Workflow.SucceedTaskAsync(Token, "1", CancellationToken.None).AsTask()).ConfigureAwait(false);
        await trial.ExpectRefusedAsync("a failure", () => trial.Workflow.FailTaskAsync(Token, "E", "c", CancellationToken.None).AsTask()).ConfigureAwait(false);
        await trial.ExpectRefusedAsync("a heartbeat", () => trial.Workflow.HeartbeatTaskAsync(Token, CancellationToken.None).AsTask()).ConfigureAwait(false);
        await trial.ExpectThrowsAsync<ArgumentException>("no token at all", () => trial.Workflow.HeartbeatTaskAsync("", CancellationToken.None).AsTask()).ConfigureAwait(false);
    }

    private static async Task InvalidAnswersAsync(WorkflowTrial trial)
    {
        var token = await trial.StartTaskAsync().ConfigureAwait(false);
        await ExpectInvalidAsync(trial, "an output that is no JSON", trial.Workflow.SucceedTaskAsync, token, "{").ConfigureAwait(false);
        await ExpectInvalidAsync(trial, "an output that is too long", trial.Workflow.SucceedTaskAsync, token, $"\"{new string('x', ServiceLimits.StepFunctionsPayloadBytes)}\"").ConfigureAwait(false);
        await trial.ExpectThrowsAsync<ArgumentException>(
            "an error that is too long",
            () => trial.Workflow.FailTaskAsync(token, new string('e', WorkflowArguments.ErrorLength + 1), "c", CancellationToken.None).AsTask()).ConfigureAwait(false);
        await trial.ExpectThrowsAsync<ArgumentException>(
            "a cause that is too long",
            () => trial.Workflow.FailTaskAsync(token, "E", new string('c', WorkflowArguments.CauseLength + 1), CancellationToken.None).AsTask()).ConfigureAwait(false);

        await trial.ExpectAcceptedAsync(trial.Workflow.HeartbeatTaskAsync(token, CancellationToken.None), "the heartbeat after them").ConfigureAwait(false);
    }

    private static Task<ArgumentException> ExpectInvalidAsync(WorkflowTrial trial, string what, Func<string, string, CancellationToken, ValueTask<TaskAnswer>> answer, string token, string output) =>
        trial.ExpectThrowsAsync<ArgumentException>(what, () => answer(token, output, CancellationToken.None).AsTask());

    // The service may write the same value in another way.
    private static bool SameJson(string? actual, string expected) => actual is not null
        && System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(actual), System.Text.Json.Nodes.JsonNode.Parse(expected));
}
