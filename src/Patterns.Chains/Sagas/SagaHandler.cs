using Amazon.Lambda.Core;
using Patterns.Sagas.Internal;
using Patterns.TwoWayChain;
using Patterns.TwoWayChain.Internal;

namespace Patterns.Sagas;

/// <summary>Runs a saga by queue messages: one for each step that is done or undone, sent before the one before it is acknowledged.</summary>
/// <remarks>
/// <para>
/// Two entries for two functions of one class: <c>FunctionHandler</c> takes the messages, and <see cref="SweepHandler"/> runs on a
/// schedule and wakes what has lost its message or is out of time.
/// </para>
/// <para>
/// Guarantee: each step is done at-least-once with the same key, and what it enlists effect-once. In the end all steps are done, or those
/// that were are undone at-least-once in reverse order of their completion, or the saga is stuck, which is logged as an error. The
/// answer is sent at-least-once, and is the same every time.
/// </para>
/// </remarks>
/// <typeparam name="TState">What is known of a saga.</typeparam>
public abstract class SagaHandler<TState> : RecordHandler<SagaMessage>
    where TState : class
{
    private readonly SagaEngine<TState> _engine;
    private readonly TimerSweep _sweep;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="log">The sagas.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around each message.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected SagaHandler(SagaLog<TState> log, RecordHandlerOptions? options = null, Action<RecordPipeline<SagaMessage>>? pipeline = null)
        : base(SagaJson.Default.SagaMessage, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(log);
        _engine = log.Engine;
        _sweep = new TimerSweep(_engine.Timers, _engine.LookAsync, Options);
    }

    /// <summary>
    /// The method to name for a schedule: wakes sagas that have lost their message or are out of time, and sends answers whose sender
    /// died. The event's content does not matter, and several may run at a time.
    /// </summary>
    /// <exception cref="SweepException">Some could not be woken; the others were, and the next run tries again.</exception>
    public Task<Stream> SweepHandler(Stream input, ILambdaContext context) => _sweep.FunctionHandler(input, context);

    /// <inheritdoc/>
    protected sealed override ValueTask HandleAsync(SagaMessage message, RecordContext context)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(context);
        return _engine.HandleAsync(message, context);
    }
}
