using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.StateMachines;
using Patterns.Local.Services.StepFunctions.Tasks;

namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>Starts executions and sees them to their ends.</summary>
internal sealed class ExecutionStarter(
    AwsEnvironment aws, StepFunctionsArns arns, StateMachineRegistry machines, IIntegrations integrations, TaskTokens tokens, IExecutionLog log, StepFunctionsLimits limits)
    : IAsyncDisposable
{
    private const string EmptyInput = "{}";

    private readonly EndedExecutions _ended = new(aws.Time, limits);
    private readonly RunningExecutions _running = new(limits.RunningExecutions);

    /// <summary>Starts an execution, or finds the one of a Standard machine that runs with the same name and input.</summary>
    /// <exception cref="AwsException">Machine, name or input are not valid, or the name is taken.</exception>
    public Execution Start(StartRequest request)
    {
        var machine = machines.Find(request.StateMachineArn);
        return machine.IsExpress ? StartExpress(machine, request) : StartStandard(machine, request);
    }

    /// <summary>Starts an execution of an Express machine.</summary>
    /// <exception cref="AwsException">The machine is not one, or name or input are not valid.</exception>
    public Execution StartExpress(StartRequest request)
    {
        var machine = machines.Find(request.StateMachineArn);
        return machine.IsExpress ? StartExpress(machine, request) : throw StepFunctionsErrors.StateMachineTypeNotSupported();
    }

    /// <summary>The execution of a Standard machine.</summary>
    /// <exception cref="AwsException">There is none, or this can be none.</exception>
    public Execution Find(string executionArn)
    {
        StepFunctionsArns.CheckExecution(executionArn);
        _ended.ForgetOld();
        var execution = machines.OfExecution(executionArn)?.Executions.Find(executionArn.Split(':', 8)[7]);
        return execution?.Arn == executionArn ? execution : throw StepFunctionsErrors.ExecutionDoesNotExist(executionArn);
    }

    /// <summary>Forgets the executions whose time is over; to be called before executions are listed.</summary>
    public void ForgetOld() => _ended.ForgetOld();

    /// <summary>Cancels all executions that run, and waits until nothing of them does.</summary>
    public ValueTask DisposeAsync() => _running.DisposeAsync();

    private Execution StartStandard(StateMachine machine, StartRequest request)
    {
        var (name, inputText, input) = Checked(machine, request);
        _ended.ForgetOld();
        var isNew = false;
        var execution = machine.Executions.GetOrAdd(name, () =>
        {
            isNew = true;
            return New(machine, name, arns.Execution(machine.Name, name), inputText, input, request.TraceHeader);
        });
        if (isNew)
        {
            Run(execution, execution.History!, ExecutionOptions.Standard);
        }
        else if (execution.End is not null || execution.InputText != inputText)
        {
            throw StepFunctionsErrors.ExecutionAlreadyExists(execution.Arn);
        }

        return execution;
    }

    private Execution StartExpress(StateMachine machine, StartRequest request)
    {
        var (name, inputText, input) = Checked(machine, request);
        var execution = New(machine, name, arns.Express(machine.Name, name), inputText, input, request.TraceHeader);
        machine.Executions.Enter();
        Run(execution, DroppedHistory.Instance, ExecutionOptions.Express);
        return execution;
    }

    private (string Name, string InputText, JsonData Input) Checked(StateMachine machine, StartRequest request)
    {
        if (machine.IsDeleting)
        {
            throw StepFunctionsErrors.StateMachineDeleting(machine.Arn);
        }

        if (request.Name is { } given)
        {
            NameRules.Check(given);
        }

        var inputText = request.Input ?? EmptyInput;
        var input = PayloadRules.Input(inputText);
        _running.CheckRoom();
        return (request.Name ?? RandomId.New().ToString("D"), inputText, input);
    }

    private Execution New(StateMachine machine, string name, string arn, string inputText, JsonData input, string? traceHeader) =>
        new(machine, name, arn, inputText, input, aws.Time.GetUtcNow()) { TraceHeader = traceHeader };

    private void Run(Execution execution, Interpreter.History.IExecutionHistory history, ExecutionOptions options)
    {
        var identity = new ExecutionIdentity
        {
            Id = execution.Arn,
            Name = execution.Name,
            RoleArn = execution.Settings.RoleArn,
            StartTime = execution.StartedAt,
            StateMachineId = execution.Machine.Arn,
            StateMachineName = execution.Machine.Name,
        };
        var tasks = new ExecutionTasks(execution, integrations, tokens);
        execution.Run = new ExecutionRun(execution.Settings.Definition, identity, options with { Region = aws.Region }, tasks, history, aws.Time);
        _running.Add(execution, cancellation => RunAsync(execution, tasks, cancellation));
    }

    private async Task RunAsync(Execution execution, ExecutionTasks tasks, CancellationToken cancellationToken)
    {
        try
        {
            var result = await execution.Run!.RunAsync(execution.Input, cancellationToken).ConfigureAwait(false);
            End(execution, result);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The runner stops; the execution ends with it.
            End(execution, new ExecutionResult(ExecutionStatus.Aborted, null, null));
        }
#pragma warning disable CA1031 // Whatever it is, nobody may wait for the end of this execution for ever.
        catch (Exception mistake)
#pragma warning restore CA1031
        {
            End(execution, new ExecutionResult(ExecutionStatus.Failed, null, new StatesError(StatesErrors.Runtime, $"The runner made a mistake: {mistake.Message}")));
        }
        finally
        {
            tasks.Release();
        }
    }

    private void End(Execution execution, ExecutionResult result)
    {
        execution.Finish(new ExecutionEnd(result, aws.Time.GetUtcNow()));
        execution.Machine.Executions.Leave();
        if (!execution.Machine.IsExpress)
        {
            _ended.Add(execution);
        }

        machines.ForgetIfDeleted(execution.Machine);
        log.Ended(execution);
    }
}
