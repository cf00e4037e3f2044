using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>What all branches of one execution share.</summary>
internal sealed class RunEnvironment(
    ExecutionIdentity identity, ExecutionOptions options, JsonData input, ITaskRunner tasks, HistoryRecorder history, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Random _random = options.RandomSeed is { } seed ? new Random(seed) : new Random();
    private long _variableBytes;

    public ExecutionOptions Options => options;

    public ITaskRunner Tasks => tasks;

    public HistoryRecorder History => history;

    public TimeProvider Time => time;

    /// <summary>The parts of the context object that are the same for all states.</summary>
    public ObjectData ExecutionContext { get; } = ObjectData.Of(
        ("Id", new TextData(identity.Id)),
        ("Input", input),
        ("Name", new TextData(identity.Name)),
        ("RoleArn", new TextData(identity.RoleArn)),
        ("StartTime", new TextData(ContextObject.Format(identity.StartTime))),
        ("RedriveCount", new NumberData(0)));

    public ObjectData MachineContext { get; } = ObjectData.Of(
        ("Id", new TextData(identity.StateMachineId)), ("Name", new TextData(identity.StateMachineName)));

    [SuppressMessage("Security", "CA5394", Justification = "Delays of retries keep no secret.")]
    public double NextRandom()
    {
        lock (_lock)
        {
            return _random.NextDouble();
        }
    }

    /// <summary>Counts what variables take up.</summary>
    /// <returns>False when they now take up more than an execution may have.</returns>
    public bool AddVariableBytes(long more) => Interlocked.Add(ref _variableBytes, more) <= options.MaxAllVariablesBytes;
}
