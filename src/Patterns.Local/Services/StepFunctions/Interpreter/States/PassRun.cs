using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

internal static class PassRun
{
    public static StateOutcome Run(StateVisit visit, PassState state)
    {
        visit.Enter(HistoryEventType.PassStateEntered);
        var input = visit.EffectiveInput();
        var effective = state.Parameters?.Evaluate(visit.Seeing(input)) ?? input;
        var result = state.Result ?? effective;
        var output = state.ResultPath?.Place(visit.Input, result) ?? visit.Input;
        return visit.Exit(HistoryEventType.PassStateExited, output, result, state.Next, state.Assign);
    }
}
