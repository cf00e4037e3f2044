using Patterns.Sagas.Internal;

namespace Patterns.Sagas;

/// <summary>Writes a saga as a state machine of Step Functions, whose tasks a <see cref="SagaTaskHandler{TState}"/> does.</summary>
public static class SagaStateMachine
{
    /// <summary>The substitution that stands for the function's ARN: <c>${SagaFunction}</c> in the template's <c>DefinitionSubstitutions</c>.</summary>
    public const string FunctionSubstitution = "SagaFunction";

    /// <summary>The definition in the Amazon States Language, always the same text for the same steps: generate it, and have a test compare.</summary>
    /// <remarks>
    /// The input is a <see cref="SagaTask{TState}"/>, and so is the output. The execution succeeds when all steps are done; else it fails with
    /// <c>Compensated</c>, <c>TimedOut</c> or <c>Stuck</c> as its error. Waits between attempts are whole seconds.
    /// </remarks>
    public static string ToJson<TState>(SagaDefinition<TState> definition)
        where TState : class
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new StateMachineWriter<TState>(definition).Write();
    }
}
