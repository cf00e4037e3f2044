using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

internal sealed class TaskWork(StateVisit visit, TaskState state) : IWork
{
    public HistoryEventType Entered => HistoryEventType.TaskStateEntered;

    public HistoryEventType Exited => HistoryEventType.TaskStateExited;

    public bool HasBranches => false;

    public string? CreateToken() =>
        state.Resource.Pattern == IntegrationPattern.WaitForTaskToken ? visit.Environment.Tasks.CreateTaskToken() : null;

    public async ValueTask<TaskOutcome> RunAsync(JsonData input)
    {
        var parameters = state.Parameters?.Evaluate(visit.Seeing(input)) ?? input;
        var (timeout, heartbeat) = (visit.Integer(state.Timeout, input), visit.Integer(state.Heartbeat, input));
        var attempt = new TaskAttempt(visit, state.Resource, Seconds(timeout), Seconds(heartbeat));
        return await attempt.RunAsync(parameters).ConfigureAwait(false);
    }

    private static TimeSpan? Seconds(long? seconds) => seconds is { } value ? TimeSpan.FromSeconds(Math.Min(value, 99_999_999)) : null;
}
