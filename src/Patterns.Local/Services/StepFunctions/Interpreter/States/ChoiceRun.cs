using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

internal static class ChoiceRun
{
    public static StateOutcome Run(StateVisit visit, ChoiceState state)
    {
        visit.Enter(HistoryEventType.ChoiceStateEntered);
        var input = visit.EffectiveInput();
        var scope = visit.Seeing(input);
        foreach (var rule in state.Rules)
        {
            if (rule.Condition.IsTrue(scope))
            {
                return visit.Exit(HistoryEventType.ChoiceStateExited, input, input, rule.Next, rule.Assign ?? state.Assign);
            }
        }

        return state.Default is { } next
            ? visit.Exit(HistoryEventType.ChoiceStateExited, input, input, next, state.Assign)
            : throw EvaluationException.Runtime("Failed to transition out of the state. The state does not point to a next state.");
    }
}
