using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

/// <summary>Runs a state as its type says.</summary>
internal static class StateRuns
{
    public static ValueTask<StateOutcome> RunAsync(StateVisit visit) => visit.State switch
    {
        PassState state => new(PassRun.Run(visit, state)),
        ChoiceState state => new(ChoiceRun.Run(visit, state)),
        SucceedState => new(SucceedRun.Run(visit)),
        FailState state => new(FailRun.Run(visit, state)),
        WaitState state => WaitRun.RunAsync(visit, state),
        TaskState state => WorkRun.RunAsync(visit, state, new TaskWork(visit, state)),
        ParallelState state => WorkRun.RunAsync(visit, state, new ParallelWork(visit, state)),
        MapState state => WorkRun.RunAsync(visit, state, new MapWork(visit, state)),
        _ => throw new NotSupportedException($"There is no way to run a state of type {visit.State.Type}."),
    };
}
