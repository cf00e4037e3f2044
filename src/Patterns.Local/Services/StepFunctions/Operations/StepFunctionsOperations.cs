using System.Collections.Frozen;

namespace Patterns.Local.Services.StepFunctions.Operations;

/// <summary>Every operation of the API that is emulated, by name.</summary>
internal static class StepFunctionsOperations
{
    private static readonly FrozenDictionary<string, IStepFunctionsOperation> ByName = new IStepFunctionsOperation[]
    {
        new CreateStateMachine(), new DeleteStateMachine(), new DescribeExecution(), new DescribeStateMachine(), new DescribeStateMachineForExecution(),
        new GetExecutionHistory(), new ListExecutions(), new ListStateMachines(), new ListTagsForResource(), new SendTaskFailure(),
        new SendTaskHeartbeat(), new SendTaskSuccess(), new StartExecution(), new StartSyncExecution(), new StopExecution(), new TagResource(),
        new UntagResource(), new UpdateStateMachine(), new ValidateStateMachineDefinition(),
    }.ToFrozenDictionary(operation => operation.Name);

    public static IEnumerable<string> Names => ByName.Keys;

    /// <exception cref="AwsException">There is no such operation here.</exception>
    public static IStepFunctionsOperation Find(ReadOnlySpan<char> name) =>
        ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var operation)
            ? operation
            : throw AwsException.UnknownOperation("Step Functions", name.ToString());
}
