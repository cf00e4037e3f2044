using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.StateMachines;

namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>One execution of a state machine, from its start until it is forgotten.</summary>
internal sealed class Execution(StateMachine machine, string name, string arn, string inputText, JsonData input, DateTimeOffset startedAt)
{
    private readonly TaskCompletionSource<ExecutionEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ExecutionEnd? _end;
    private ExecutionHistory? _history = new();

    public StateMachine Machine { get; } = machine;

    /// <summary>As they were at the start.</summary>
    public StateMachineSettings Settings { get; } = machine.Settings;

    public string Name { get; } = name;

    public string Arn { get; } = arn;

    /// <summary>The input as the starter wrote it.</summary>
    public string InputText { get; } = inputText;

    public JsonData Input { get; } = input;

    public DateTimeOffset StartedAt { get; } = startedAt;

    public string? TraceHeader { get; init; }

    /// <summary>What happened; null once it was dropped to make room.</summary>
    public ExecutionHistory? History => Volatile.Read(ref _history);

    /// <summary>How it ended; null while it runs.</summary>
    public ExecutionEnd? End => _end;

    /// <summary>Completes with its end.</summary>
    public Task<ExecutionEnd> Ended => _ended.Task;

    /// <summary>What runs it.</summary>
    public ExecutionRun? Run { get; set; }

    public string Status => ExecutionStatuses.NameOf(_end?.Result.Status);

    public void Finish(ExecutionEnd end)
    {
        _end = end;
        _ended.TrySetResult(end);
    }

    public void DropHistory() => Volatile.Write(ref _history, null);
}
