using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>One execution of a state machine.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without timer and links holds nothing to release.")]
internal sealed class ExecutionRun(
    StateMachineDefinition definition,
    ExecutionIdentity identity,
    ExecutionOptions options,
    ITaskRunner tasks,
    IExecutionHistory history,
    TimeProvider time)
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HistoryRecorder _recorder = new(history, time, options.MaxEvents);
    private ExecutionResult? _result;

    /// <summary>Runs the execution to its end, once.</summary>
    /// <returns>The end, whose event is the last of the history. Failures of the execution are results.</returns>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled: everything stopped, and the history says nothing of an end.
    /// </exception>
    public async Task<ExecutionResult> RunAsync(JsonData input, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, cancellationToken);
        _recorder.Full = () => Conclude(new ExecutionResult(ExecutionStatus.Failed, null, new StatesError(
            StatesErrors.Runtime, $"The execution reached the maximum number of history events ({options.MaxEvents}).")));
        _recorder.Start(new ExecutionStartedDetails(input, identity.RoleArn));
        _ = TimeOutAsync(stopping.Token);
        var cursor = new EventCursor(0);
        try
        {
            await RunGraphAsync(input, cursor, stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Volatile.Read(ref _result) is not null)
        {
            // The reason of the stop is the result.
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
        }

        var result = _result!;
        End(result, cursor.Last);
        return result;
    }

    /// <summary>Ends the execution as StopExecution does; without effect when it has ended.</summary>
    /// <param name="reason">What the history and the result tell; null for nothing.</param>
    public void Stop(StatesError? reason) => Conclude(new ExecutionResult(ExecutionStatus.Aborted, null, reason));

    private async Task RunGraphAsync(JsonData input, EventCursor cursor, CancellationToken stopping)
    {
        var environment = new RunEnvironment(identity, options, input, tasks, _recorder, time);
        var scope = new RunScope(environment, outer: null, cursor, group: null);
        var outcome = await GraphRun.RunAsync(environment, definition.Graph, input, scope, stopping).ConfigureAwait(false);
        Interlocked.CompareExchange(
            ref _result,
            new ExecutionResult(outcome.Error is null ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, outcome.Output, outcome.Error),
            null);
    }

    private async Task TimeOutAsync(CancellationToken stopping)
    {
        var limit = definition.Timeout is { } timeout && timeout < options.MaxDuration ? timeout : options.MaxDuration;
        await Delay.UntilAsync(time, time.GetUtcNow() + limit, stopping).ConfigureAwait(false);
        Conclude(new ExecutionResult(ExecutionStatus.TimedOut, null, new StatesError(StatesErrors.Timeout, null)));
    }

    private void Conclude(ExecutionResult result)
    {
        if (Interlocked.CompareExchange(ref _result, result, null) is null)
        {
            _ = _stop.CancelAsync();
        }
    }

    private void End(ExecutionResult result, long previous)
    {
        var type = result.Status switch
        {
            ExecutionStatus.Succeeded => HistoryEventType.ExecutionSucceeded,
            ExecutionStatus.Failed => HistoryEventType.ExecutionFailed,
            ExecutionStatus.TimedOut => HistoryEventType.ExecutionTimedOut,
            _ => HistoryEventType.ExecutionAborted,
        };
        EventDetails details = result.Output is { } output
            ? new ExecutionSucceededDetails(output)
            : new ExecutionEndedDetails(result.Error?.Error, result.Error?.Cause);
        _recorder.End(type, details, previous);
    }
}
