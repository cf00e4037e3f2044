using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

internal static class FailRun
{
    public static StateOutcome Run(StateVisit visit, FailState state)
    {
        visit.Enter(HistoryEventType.FailStateEntered);
        return StateOutcome.Failed(new StatesError(Text(visit, "ErrorPath", state.Error), Text(visit, "CausePath", state.Cause)));
    }

    private static string? Text(StateVisit visit, string field, Expression? expression)
    {
        if (expression is null)
        {
            return null;
        }

        return expression.Evaluate(visit.Seeing(visit.Input), field) is TextData text
            ? text.Value
            : throw EvaluationException.Runtime($"The value of the field '{field}' must be a string.");
    }
}
