using Patterns.Local.Services.StepFunctions.Interpreter.History;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

internal static class SucceedRun
{
    public static StateOutcome Run(StateVisit visit)
    {
        visit.Enter(HistoryEventType.SucceedStateEntered);
        var input = visit.EffectiveInput();
        return visit.Exit(HistoryEventType.SucceedStateExited, input, input, next: null, assign: null);
    }
}
