using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Patterns.OneWayChain.Internal;

namespace Patterns.OneWayChain;

/// <summary>
/// A step of a chain whose output Lambda itself hands on: it returns the output, and the function's on-success destination gets it.
/// </summary>
/// <remarks>
/// <para>
/// Destinations are served for asynchronous invocations only: by a topic, a bus, a schedule, S3, another function's destination, or
/// an asynchronous call. A function behind a queue or a stream is invoked otherwise, and needs a <see cref="ChainLinkHandler{TIn, TOut}"/>.
/// </para>
/// <para>
/// Every failure is thrown: Lambda tries again as often as the function's event invoke config says, and then tells the on-failure
/// destination, where a <see cref="ChainFailureHandler"/> makes the failure record.
/// </para>
/// <para>Guarantee: at-least-once. The output of a message has the same id whenever the step runs again.</para>
/// </remarks>
/// <typeparam name="TIn">What the step takes.</typeparam>
/// <typeparam name="TOut">What it hands on.</typeparam>
public abstract class ChainFunctionHandler<TIn, TOut>
{
    private readonly ChainFunctionOptions _function;
    private readonly JsonTypeInfo<TOut> _outputJson;
    private readonly Step _step;

    /// <summary>Makes a step. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="inputJson">How a message is read, from a source-generated context.</param>
    /// <param name="outputJson">How the output is written, from a source-generated context.</param>
    /// <param name="function">The step's place in the chain.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around the step.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected ChainFunctionHandler(
        JsonTypeInfo<TIn> inputJson,
        JsonTypeInfo<TOut> outputJson,
        ChainFunctionOptions function,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<ChainMessage<TIn>>>? pipeline = null)
    {
        ArgumentNullException.ThrowIfNull(outputJson);
        ArgumentNullException.ThrowIfNull(function);
        _function = function.Validated(options);
        _outputJson = outputJson;
        _step = new Step(this, inputJson, options, pipeline);
    }

    /// <summary>The method to name in the function's <c>Handler</c> setting.</summary>
    /// <returns>The output with its place in the chain, as a structured CloudEvent; Lambda hands it to the on-success destination.</returns>
    /// <exception cref="InvalidOperationException">The invocation is not one whose result Lambda hands on.</exception>
    /// <exception cref="Exception">What the step threw; Lambda tries again, and then tells the on-failure destination.</exception>
    public async Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        var invocation = new OutputContext(context);
        await _step.FunctionHandler(input, invocation).ConfigureAwait(false);
        var output = invocation.Output
            ?? throw new InvalidOperationException($"Step {_function.Step} was invoked without a message, or by a queue or stream, whose results Lambda hands to nobody: use a ChainLinkHandler there.");
        return StructuredEventWriter.Write(output, _function.Step);
    }

    /// <summary>The behaviours in their order and the handler's name, for tests of the wiring.</summary>
    public override string ToString() => $"{_step.ToString()[..^nameof(Step).Length]}{GetType().Name}";

    /// <summary>Does the step. Throwing has Lambda try again, and in the end ends the chain as failed.</summary>
    /// <param name="message">The message; never null.</param>
    /// <param name="position">The chain, and where in it the message is.</param>
    /// <param name="context">The record, and the token that is cancelled when time runs out.</param>
    /// <returns>What the next step gets.</returns>
    protected abstract ValueTask<TOut> RunStepAsync(TIn message, ChainPosition position, RecordContext context);

    private sealed class Step(
        ChainFunctionHandler<TIn, TOut> owner,
        JsonTypeInfo<TIn> inputJson,
        RecordHandlerOptions? options,
        Action<RecordPipeline<ChainMessage<TIn>>>? pipeline)
        : RecordHandler<ChainMessage<TIn>>(new ChainDecoder<TIn>(inputJson).Decode, options, pipeline)
    {
        protected override async ValueTask HandleAsync(ChainMessage<TIn> message, RecordContext context)
        {
            var step = owner._function.Step;
            if (context.Lambda is not OutputContext invocation || context.Source is not (SourceKind.Direct or SourceKind.Sns or SourceKind.EventBridge or SourceKind.Schedule or SourceKind.S3))
            {
                throw new InvalidOperationException($"Step {step} was invoked by a {context.Source} source, whose results Lambda hands to nobody: use a ChainLinkHandler there.");
            }

            StepGuard.Check(message, step, owner._function.MaxHops);
            var output = await owner.RunStepAsync(message.Message, message.Position, context).ConfigureAwait(false);
            invocation.Output = ChainEnvelope.Of(output, owner._outputJson, message.Position, step, context) with { Type = owner._function.OutputType };
            ChainMeter.CountDone(step, isLast: false);
        }
    }
}
