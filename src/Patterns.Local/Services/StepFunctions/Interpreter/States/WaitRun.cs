using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

internal static class WaitRun
{
    private const long MaxSeconds = 99_999_999;

    public static async ValueTask<StateOutcome> RunAsync(StateVisit visit, WaitState state)
    {
        visit.Enter(HistoryEventType.WaitStateEntered);
        var input = visit.EffectiveInput();
        await Delay.UntilAsync(visit.Environment.Time, Due(visit, state, input), visit.Stopping).ConfigureAwait(false);
        return visit.Exit(HistoryEventType.WaitStateExited, input, input, state.Next, state.Assign);
    }

    private static DateTimeOffset Due(StateVisit visit, WaitState state, JsonData input)
    {
        if (state.UntilPath is { } path)
        {
            var value = path.Evaluate(visit.Seeing(input));
            return value is TextData text && Timestamp.TryParse(text.Value, out var until)
                ? until
                : throw EvaluationException.Runtime(
                    $"The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {path.Text} == {(value as TextData)?.Value ?? value?.ToString()}");
        }

        var seconds = visit.Integer(state.Seconds, input);
        return seconds > MaxSeconds
            ? throw EvaluationException.Runtime($"A state waits at most {MaxSeconds} seconds.")
            : state.Until ?? visit.EnteredTime.AddSeconds(seconds ?? 0);
    }
}
