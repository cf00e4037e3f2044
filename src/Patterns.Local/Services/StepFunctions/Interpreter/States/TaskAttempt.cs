using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

/// <summary>One attempt of a task: hands it to the runner and keeps its time.</summary>
internal sealed class TaskAttempt(StateVisit visit, TaskResource resource, TimeSpan? timeout, TimeSpan? heartbeat) : ITaskProgress
{
    private readonly Lock _lock = new();
    private readonly TaskEvents _events = new(visit, resource);
    private TaskClock? _clock;
    private bool _hasEnded;

    public async ValueTask<TaskOutcome> RunAsync(JsonData parameters)
    {
        _events.Scheduled(parameters, timeout, heartbeat);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(visit.Stopping);
        using var clock = timeout is null && heartbeat is null ? null : new TaskClock(visit.Environment.Time, timeout, heartbeat);
        _clock = clock;
        try
        {
            return End(await WaitAsync(StartAsync(Call(parameters), stop.Token), clock).ConfigureAwait(false));
        }
        finally
        {
            // What still runs is told to stop, and not waited for.
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    void ITaskProgress.Started() => Report(_events.Started);

    void ITaskProgress.Submitted(JsonData response) => Report(() => _events.Submitted(response));

    void ITaskProgress.Heartbeat() => Report(() => _clock?.Beat());

    private async ValueTask<TaskOutcome> WaitAsync(Task<TaskOutcome> running, TaskClock? clock)
    {
        if (!running.IsCompleted)
        {
            Task first = clock is null ? running : Task.WhenAny(running, clock.Expired);
            await first.WaitAsync(visit.Stopping).ConfigureAwait(false);
        }

        visit.Stopping.ThrowIfCancellationRequested();
        return running.IsCompleted
            ? await running.ConfigureAwait(false)
            : TaskOutcome.Failure(await clock!.Expired.ConfigureAwait(false));
    }

    private TaskCall Call(JsonData parameters) => new(this)
    {
        Resource = resource,
        StateName = visit.State.Name,
        Parameters = parameters,
        Context = visit.Context,
        TaskToken = visit.TaskToken,
        Timeout = timeout,
        Heartbeat = heartbeat,
        RetryCount = visit.RetryCount,
    };

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a runner throws fails the execution and nothing else.")]
    private async Task<TaskOutcome> StartAsync(TaskCall call, CancellationToken stopping)
    {
        try
        {
            return await visit.Environment.Tasks.RunAsync(call, stopping).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            return TaskOutcome.Failure(new StatesError(StatesErrors.Runtime, error.Message));
        }
    }

    private TaskOutcome End(TaskOutcome outcome)
    {
        if (outcome.Output is { } output && (output.ByteCount > visit.Environment.Options.MaxPayloadBytes || output.Depth > JsonData.MaxDepth))
        {
            var name = resource.IsFunction ? resource.Arn : resource.Service;
            outcome = TaskOutcome.Failure(new StatesError(
                StatesErrors.DataLimitExceeded, $"The state/task '{name}' returned a result with a size exceeding the maximum number of bytes service limit."));
        }

        lock (_lock)
        {
            _hasEnded = true;
            if (outcome.Succeeded)
            {
                _events.Succeeded(outcome.Output);
            }
            else
            {
                _events.Failed(outcome.Error, outcome.Stage);
            }
        }

        return outcome;
    }

    private void Report(Action report)
    {
        lock (_lock)
        {
            if (!_hasEnded && !visit.Stopping.IsCancellationRequested)
            {
                report();
            }
        }
    }
}
