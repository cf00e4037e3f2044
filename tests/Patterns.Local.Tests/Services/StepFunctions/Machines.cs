using System.Text;
using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Definitions and executions for tests.</summary>
internal static class Machines
{
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    public static ExecutionOptions Unlimited { get; } = new() { MaxEvents = long.MaxValue, RandomSeed = 1 };

    public static ExecutionIdentity Identity { get; } = new()
    {
        Id = "arn:aws:states:us-east-1:000000000000:execution:machine:execution",
        Name = "execution",
        RoleArn = "arn:aws:iam::000000000000:role/states",
        StartTime = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        StateMachineId = "arn:aws:states:us-east-1:000000000000:stateMachine:machine",
        StateMachineName = "machine",
    };

    public static ParsedDefinition Parse(string definition, WorkflowType type = WorkflowType.Standard) =>
        StateMachineDefinition.Parse(Encoding.UTF8.GetBytes(definition), type);

    public static StateMachineDefinition Read(string definition)
    {
        var parsed = Parse(definition);
        return parsed.Definition ?? throw new InvalidOperationException(parsed.Describe());
    }

    public static ExecutionRun Run(string definition, ITaskRunner tasks, IExecutionHistory history, TimeProvider time, ExecutionOptions? options = null) =>
        new(Read(definition), Identity, options ?? ExecutionOptions.Standard with { RandomSeed = 1 }, tasks, history, time);

    public static Task<ExecutionResult> RunAsync(this ExecutionRun run, string input, CancellationToken stopping = default) =>
        run.RunAsync(JsonData.Parse(input), stopping);
}
