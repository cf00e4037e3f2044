using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Patterns.Idempotency;

namespace Patterns.Sagas.Internal;

/// <summary>Writes the states of a saga: its steps, their undoing in reverse order, and the answers.</summary>
internal sealed class StateMachineWriter<TState>(SagaDefinition<TState> definition)
    where TState : class
{
    private const string AllUndone = "all undone";

    // Beside the failure, which says how the saga ends.
    private const string WithdrawnPath = "$.withdrawn";
    private const int MostDelaySeconds = 31_622_399;

    // An attempt that died holds its step until its lease is over; waiting for that is no attempt.
    private const int BusySeconds = 2;
    private const int MostBusyWaits = 30;

    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Form))
        {
            json.WriteStartObject();
            json.WriteString("Comment", $"Saga {definition.Name}, generated from its steps.");
            json.WriteString("StartAt", definition.Steps[0].Name);
            json.WriteStartObject("States");
            WriteSteps(json);
            WriteUndoing(json);
            WriteChoice(json);
            WriteEnds(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private void WriteSteps(Utf8JsonWriter json)
    {
        for (var index = 0; index < definition.Steps.Count; index++)
        {
            var step = definition.Steps[index];
            var before = UndoingAt(index - 1);
            json.WriteStartObject(step.Name);
            WriteTask(json, step.Options, SagaTaskActions.Run, step.Name);
            WriteRetries(json, step.Options, step.Options.MaxAttempts);
            json.WriteStartArray("Catch");
            WriteCatch(json, before, nameof(SagaRefusalException), nameof(SagaDeadlineException));
            WriteCatch(json, step.Options.IsAtomic ? SettlingOf(step) : UndoingAt(index), "States.ALL");
            json.WriteEndArray();
            json.WriteString("Next", NextOf(step));
            json.WriteEndObject();
            if (step.Options.IsAtomic)
            {
                WriteSettling(json, step, before);
            }
        }
    }

    /// <summary>An atomic step whose attempts failed goes on when one of them has happened, and back when none has.</summary>
    private void WriteSettling(Utf8JsonWriter json, SagaStep<TState> step, string before)
    {
        json.WriteStartObject(SettlingOf(step));
        WriteTask(json, step.Options, SagaTaskActions.Settle, step.Name);
        WriteRetries(json, step.Options, step.Options.UndoMaxAttempts);
        json.WriteStartArray("Catch");
        WriteCatchInto(WithdrawnPath, json, before, nameof(SagaWithdrawnException));
        WriteCatch(json, AnswerOf(SagaOutcome.Stuck), "States.ALL");
        json.WriteEndArray();
        json.WriteString("Next", NextOf(step));
        json.WriteEndObject();
    }

    private void WriteUndoing(Utf8JsonWriter json)
    {
        for (var index = definition.Steps.Count - 1; index >= 0; index--)
        {
            var step = definition.Steps[index];
            if (step.CanBeUndone)
            {
                json.WriteStartObject(UndoingOf(step));
                WriteTask(json, step.Options, SagaTaskActions.Undo, step.Name);
                WriteRetries(json, step.Options, step.Options.UndoMaxAttempts);
                json.WriteStartArray("Catch");
                WriteCatch(json, AnswerOf(SagaOutcome.Stuck), "States.ALL");
                json.WriteEndArray();
                json.WriteString("Next", UndoingAt(index - 1));
                json.WriteEndObject();
            }
        }
    }

    private static void WriteChoice(Utf8JsonWriter json)
    {
        json.WriteStartObject(AllUndone);
        json.WriteString("Type", "Choice");
        json.WriteStartArray("Choices");
        WriteRule(json, nameof(SagaDeadlineException));
        WriteRule(json, nameof(SagaOverdueException));
        json.WriteEndArray();
        json.WriteString("Default", AnswerOf(SagaOutcome.Compensated));
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, string error)
    {
        json.WriteStartObject();
        json.WriteString("Variable", "$.failure.Error");
        json.WriteString("StringEquals", error);
        json.WriteString("Next", AnswerOf(SagaOutcome.TimedOut));
        json.WriteEndObject();
    }

    private static void WriteEnds(Utf8JsonWriter json)
    {
        foreach (var outcome in Enum.GetValues<SagaOutcome>())
        {
            json.WriteStartObject(AnswerOf(outcome));
            WriteCall(json, () =>
            {
                json.WriteString("action", SagaTaskActions.Answer);
                json.WriteString("outcome", outcome.ToString());
                json.WriteString("retries.$", "$$.State.RetryCount");
            });
            WriteRetries(json, new SagaStepOptions<TState>(), attempts: 20);
            json.WriteString("Next", EndOf(outcome));
            json.WriteEndObject();
            json.WriteStartObject(EndOf(outcome));
            json.WriteString("Type", outcome == SagaOutcome.Succeeded ? "Succeed" : "Fail");
            if (outcome != SagaOutcome.Succeeded)
            {
                json.WriteString("Error", outcome.ToString());
                json.WriteString("CausePath", "$.failure.Cause");
            }

            json.WriteEndObject();
        }
    }

    private static void WriteTask(Utf8JsonWriter json, SagaStepOptions<TState> options, string action, string step)
    {
        WriteCall(json, () =>
        {
            json.WriteString("action", action);
            json.WriteString("step", step);
            json.WriteString("retries.$", "$$.State.RetryCount");
        });

        // The function ends an attempt by itself; this is for a function that does not answer any more.
        json.WriteNumber("TimeoutSeconds", (2 * Seconds(options.Timeout)) + 10);
    }

    private static void WriteCall(Utf8JsonWriter json, Action writeArguments)
    {
        json.WriteString("Type", "Task");
        json.WriteString("Resource", "arn:aws:states:::lambda:invoke");
        json.WriteStartObject("Parameters");
        json.WriteString("FunctionName", $"${{{SagaStateMachine.FunctionSubstitution}}}");
        json.WriteStartObject("Payload");
        writeArguments();
        json.WriteString("saga.$", "$");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("OutputPath", "$.Payload");
    }

    private static void WriteRetries(Utf8JsonWriter json, SagaStepOptions<TState> options, int attempts)
    {
        json.WriteStartArray("Retry");
        json.WriteStartObject();
        WriteErrors(json, nameof(SagaRefusalException), nameof(SagaDeadlineException), nameof(SagaOverdueException), nameof(SagaStepFailedException), nameof(SagaWithdrawnException));
        json.WriteNumber("MaxAttempts", 0);
        json.WriteEndObject();
        json.WriteStartObject();
        WriteErrors(json, nameof(IdempotencyInProgressException));
        json.WriteNumber("IntervalSeconds", BusySeconds);
        json.WriteNumber("MaxAttempts", MostBusyWaits);
        json.WriteNumber("BackoffRate", 1);
        json.WriteEndObject();
        json.WriteStartObject();
        WriteErrors(json, "States.ALL");
        json.WriteNumber("IntervalSeconds", Seconds(options.FirstDelay));
        json.WriteNumber("MaxAttempts", attempts - 1);
        json.WriteNumber("BackoffRate", 2);
        json.WriteNumber("MaxDelaySeconds", Math.Clamp(Seconds(options.MaxDelay), Seconds(options.FirstDelay) + 1, MostDelaySeconds));
        json.WriteString("JitterStrategy", "FULL");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteCatch(Utf8JsonWriter json, string next, params ReadOnlySpan<string> errors) =>
        WriteCatchInto("$.failure", json, next, errors);

    private static void WriteCatchInto(string path, Utf8JsonWriter json, string next, params ReadOnlySpan<string> errors)
    {
        json.WriteStartObject();
        WriteErrors(json, errors);
        json.WriteString("ResultPath", path);
        json.WriteString("Next", next);
        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, params ReadOnlySpan<string> errors)
    {
        json.WriteStartArray("ErrorEquals");
        foreach (var error in errors)
        {
            json.WriteStringValue(error);
        }

        json.WriteEndArray();
    }

    private static int Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));

    private static string AnswerOf(SagaOutcome outcome) => $"answer {outcome}";

    private static string EndOf(SagaOutcome outcome) => $"ended {outcome}";

    private static string SettlingOf(SagaStep<TState> step) => $"settle {step.Name}";

    private string NextOf(SagaStep<TState> step) => definition.After(step)?.Name ?? AnswerOf(SagaOutcome.Succeeded);

    private static string UndoingOf(SagaStep<TState> step) => $"undo {step.Name}";

    /// <summary>The state that undoes the step at the index or the last one before it that can be undone; the end when there is none.</summary>
    private string UndoingAt(int index)
    {
        while (index >= 0 && !definition.Steps[index].CanBeUndone)
        {
            index--;
        }

        return index < 0 ? AllUndone : UndoingOf(definition.Steps[index]);
    }
}
