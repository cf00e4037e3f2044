using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.Sagas;

/// <summary>A declared saga, which is run by queue messages (<see cref="SagaHandler{TState}"/>) or by Step Functions (<see cref="SagaStateMachine"/>).</summary>
/// <typeparam name="TState">What is known of a saga.</typeparam>
public sealed class SagaDefinition<TState>
    where TState : class
{
    /// <summary>The most bytes that a state may have: an item has it, and once more while an answer waits; an execution has it and more.</summary>
    internal const int MostStateBytes = 131_072;

    internal SagaDefinition(string name, JsonTypeInfo<TState> json, IReadOnlyList<SagaStep<TState>> steps)
    {
        Name = name;
        Json = json;
        Steps = steps;
    }

    /// <summary>The saga's name.</summary>
    public string Name { get; }

    /// <summary>The steps in their order.</summary>
    public IReadOnlyList<SagaStep<TState>> Steps { get; }

    internal JsonTypeInfo<TState> Json { get; }

    internal TState Read(string state) => JsonSerializer.Deserialize(state, Json)!;

    internal string Write(TState state) => JsonSerializer.Serialize(state, Json);

    /// <exception cref="NonRetryableException">The step returned none, or a larger one than possible.</exception>
    internal string Write(TState? state, SagaStep<TState> step)
    {
        var text = Write(state ?? throw new NonRetryableException($"Step '{step.Name}' returned no state."));
        return Encoding.UTF8.GetByteCount(text) is var bytes && bytes <= MostStateBytes
            ? text
            : throw new NonRetryableException($"Step '{step.Name}' made a state of {bytes} bytes; at most {MostStateBytes} are possible.");
    }

    /// <exception cref="NonRetryableException">There is no such step, most often because it was renamed while sagas were open.</exception>
    internal SagaStep<TState> Find(string step) => Steps.FirstOrDefault(candidate => string.Equals(candidate.Name, step, StringComparison.Ordinal))
        ?? throw new NonRetryableException($"Saga '{Name}' has no step '{step}'.");

    /// <summary>The step that follows; null after the last one.</summary>
    internal SagaStep<TState>? After(SagaStep<TState> step)
    {
        var next = Steps.TakeWhile(candidate => candidate != step).Count() + 1;
        return next < Steps.Count ? Steps[next] : null;
    }
}
