namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>What the context object tells about an execution and its machine.</summary>
internal sealed record ExecutionIdentity
{
    /// <summary>The ARN of the execution.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string RoleArn { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    /// <summary>The ARN of the state machine.</summary>
    public required string StateMachineId { get; init; }

    public required string StateMachineName { get; init; }
}
