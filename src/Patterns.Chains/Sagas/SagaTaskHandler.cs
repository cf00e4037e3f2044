using System.Text.Json;
using Amazon.Lambda.Core;
using Patterns.Sagas.Internal;

namespace Patterns.Sagas;

/// <summary>Does and undoes the steps of a saga that a state machine runs: see <see cref="SagaStateMachine"/>.</summary>
/// <remarks>
/// Guarantee: each step is done at-least-once with the same key, and what it enlists effect-once; a task that the state machine starts
/// again after its answer was lost gets the kept state. The answer is sent at-least-once, and is the same every time.
/// </remarks>
/// <typeparam name="TState">What is known of a saga.</typeparam>
public abstract class SagaTaskHandler<TState>
    where TState : class
{
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);
    private readonly SagaTaskRunner<TState> _runner;
    private readonly TimeProvider _time;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="definition">The saga.</param>
    /// <param name="options">How steps are remembered.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected SagaTaskHandler(SagaDefinition<TState> definition, SagaTaskOptions options)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(options);
        _runner = new SagaTaskRunner<TState>(definition, options.Validated());
        _time = options.Time;
    }

    /// <summary>The method to name in the function's <c>Handler</c> setting; the state machine's tasks call it.</summary>
    /// <returns>The saga as it is then.</returns>
    /// <exception cref="SagaRefusalException">The step will not happen and has not happened.</exception>
    /// <exception cref="SagaDeadlineException">The saga's time was over before the step began.</exception>
    /// <exception cref="SagaOverdueException">The saga's time is over, and an earlier attempt may have happened.</exception>
    /// <exception cref="SagaStepFailedException">No retry can help.</exception>
    /// <exception cref="SagaWithdrawnException">An atomic step whose attempts failed has not happened.</exception>
    /// <exception cref="JsonException">The payload is no task.</exception>
    public async Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        using var payload = await JsonDocument.ParseAsync(input).ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(context.RemainingTime > Reserve ? context.RemainingTime - Reserve : TimeSpan.Zero, _time);
        var result = await _runner.RunAsync(payload.RootElement, context.Logger, deadline.Token).ConfigureAwait(false);
        return new MemoryStream(result);
    }
}
