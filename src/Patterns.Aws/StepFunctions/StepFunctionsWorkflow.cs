using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Patterns.Workflows;

namespace Patterns.Aws.StepFunctions;

/// <summary>A Standard state machine on Step Functions.</summary>
internal sealed class StepFunctionsWorkflow(IAmazonStepFunctions client, StateMachineName machine) : IWorkflow
{
    public string Name => machine.Arn;

    public async ValueTask<WorkflowRun> StartAsync(string runName, string input, CancellationToken cancellationToken)
    {
        WorkflowArguments.CheckName(runName);
        WorkflowArguments.CheckPayload(input);
        try
        {
            var request = new StartExecutionRequest { StateMachineArn = machine.Arn, Name = runName, Input = input };
            var started = await client.StartExecutionAsync(request, cancellationToken).ConfigureAwait(false);
            return Checked(runName, started);
        }
        catch (ExecutionAlreadyExistsException taken)
        {
            return await SameRunAsync(runName, input, taken, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw WorkflowFailures.Translate(Start(runName), exception);
        }
    }

    public async ValueTask<WorkflowRun?> FindAsync(string runName, CancellationToken cancellationToken)
    {
        WorkflowArguments.CheckName(runName);
        var found = await DescribeAsync(runName, cancellationToken).ConfigureAwait(false);
        return found is null ? null : Run(runName, found);
    }

    public ValueTask<TaskAnswer> SucceedTaskAsync(string taskToken, string output, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(taskToken);
        WorkflowArguments.CheckPayload(output);
        return AnswerAsync("success of a task", () => client.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = taskToken, Output = output }, cancellationToken), cancellationToken);
    }

    public ValueTask<TaskAnswer> FailTaskAsync(string taskToken, string error, string cause, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(taskToken);
        WorkflowArguments.CheckFailure(error, cause);
        return AnswerAsync("failure of a task", () => client.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = taskToken, Error = error, Cause = cause }, cancellationToken), cancellationToken);
    }

    public ValueTask<TaskAnswer> HeartbeatTaskAsync(string taskToken, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(taskToken);
        return AnswerAsync("heartbeat of a task", () => client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = taskToken }, cancellationToken), cancellationToken);
    }

    private static WorkflowRun Run(string runName, DescribeExecutionResponse found) => new(runName, found.ExecutionArn, StatusOf(found.Status))
    {
        Output = found.Output,
        Error = found.Error,
        Cause = found.Cause,
        StartedAt = Time(found.StartDate) ?? DateTimeOffset.UnixEpoch,
        EndedAt = Time(found.StopDate),
    };

    // An execution that can be redriven has failed as far as anybody waits for it.
    private static WorkflowStatus StatusOf(ExecutionStatus status) => status.Value switch
    {
        "RUNNING" => WorkflowStatus.Running,
        "SUCCEEDED" => WorkflowStatus.Succeeded,
        "TIMED_OUT" => WorkflowStatus.TimedOut,
        "ABORTED" => WorkflowStatus.Aborted,
        _ => WorkflowStatus.Failed,
    };

    private static DateTimeOffset? Time(DateTime? time) => time is { } value ? new DateTimeOffset(value.ToUniversalTime()) : null;

    /// <summary>A cancellation that nobody asked for is a time-out of the client.</summary>
    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested;

    private WorkflowRun Checked(string runName, StartExecutionResponse started) => started.ExecutionArn == machine.Execution(runName)
        ? new WorkflowRun(runName, started.ExecutionArn, WorkflowStatus.Running) { StartedAt = Time(started.StartDate) ?? DateTimeOffset.UnixEpoch }
        : throw new WorkflowException($"{Start(runName)}: it was started as {started.ExecutionArn}, which no name leads to: an Express state machine keeps no names.", isRetryable: false);

    // The name belongs to a run with another input, or to one that has ended, or to one that ends right now.
    private async Task<WorkflowRun> SameRunAsync(string runName, string input, ExecutionAlreadyExistsException taken, CancellationToken cancellationToken)
    {
        var found = await DescribeAsync(runName, cancellationToken).ConfigureAwait(false)
            ?? throw new WorkflowException($"{Start(runName)}: {taken.ErrorCode}: {taken.Message}, but it is not found.", isRetryable: true, taken);
        return found.Input == input
            ? Run(runName, found)
            : throw new WorkflowException($"{Start(runName)}: a run of that name has another input.", isRetryable: false, taken) { IsNameTaken = true };
    }

    private async Task<DescribeExecutionResponse?> DescribeAsync(string runName, CancellationToken cancellationToken)
    {
        try
        {
            return await client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = machine.Execution(runName) }, cancellationToken).ConfigureAwait(false);
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw WorkflowFailures.Translate($"{Name}: look for {runName}", exception);
        }
    }

    private async ValueTask<TaskAnswer> AnswerAsync(string what, Func<Task> send, CancellationToken cancellationToken)
    {
        try
        {
            await send().ConfigureAwait(false);
            return TaskAnswer.Accepted;
        }
        catch (Exception exception) when (exception is TaskTimedOutException or TaskDoesNotExistException)
        {
            return TaskAnswer.Gone;
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw WorkflowFailures.Translate($"{Name}: {what}", exception);
        }
    }

    private string Start(string runName) => $"{Name}: start of {runName}";
}
