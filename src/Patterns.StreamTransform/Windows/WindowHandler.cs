using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Patterns.Windows.Internal;

namespace Patterns.Windows;

/// <summary>Aggregates the records of each tumbling window of a shard, with the state that the event source mapping hands on.</summary>
/// <remarks>
/// <para>
/// Needs <c>TumblingWindowInSeconds</c> and <c>ReportBatchItemFailures</c> on the mapping. A record belongs to the window in which it
/// arrived at the stream. A window is of one shard: results of several shards for one time are for the receiver to add up, and so are
/// the parts of a window that ends early.
/// </para>
/// <para>
/// Guarantee: each record of a shard is in the state once (effect-once), also when it is delivered again; results are published
/// at-least-once with ids that are the same every time. Records run one after the other; a failed one holds its shard.
/// </para>
/// </remarks>
/// <typeparam name="TIn">A record.</typeparam>
/// <typeparam name="TState">What is known of the window; written as JSON.</typeparam>
/// <typeparam name="TOut">A result.</typeparam>
public abstract class WindowHandler<TIn, TState, TOut>
{
    private readonly WindowRunner<TIn, TState, TOut> _runner;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="inputJson">How a record is read, from a source-generated context.</param>
    /// <param name="stateJson">How the state is written and read.</param>
    /// <param name="outputJson">How a result is written.</param>
    /// <param name="window">What is collected and where the results go.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected WindowHandler(
        JsonTypeInfo<TIn> inputJson,
        JsonTypeInfo<TState> stateJson,
        JsonTypeInfo<TOut> outputJson,
        WindowOptions<TIn> window,
        RecordHandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inputJson);
        ArgumentNullException.ThrowIfNull(stateJson);
        ArgumentNullException.ThrowIfNull(outputJson);
        ArgumentNullException.ThrowIfNull(window);
        var parts = new WindowParts<TIn, TState, TOut>(inputJson, stateJson, outputJson, Start, AddAsync, CloseAsync);
        _runner = new WindowRunner<TIn, TState, TOut>(parts, window.Validated(), options ?? new(), GetType().Name);
    }

    /// <summary>The method to name in the function's <c>Handler</c> setting.</summary>
    /// <returns>The window's state, and the first record that was not handled.</returns>
    /// <exception cref="InvalidOperationException">The event is not one of a tumbling window.</exception>
    public Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        return _runner.RunAsync(input, context);
    }

    /// <summary>The state of a window that has no record yet.</summary>
    protected abstract TState Start(Window window);

    /// <summary>
    /// The state with one more record. Throwing has the source deliver the record again, and all behind it in the shard; a
    /// <see cref="NonRetryableException"/> sends it to the failure destination. After a failure, the records before it are added again
    /// to the state that came: do nothing here but compute.
    /// </summary>
    protected abstract ValueTask<TState> AddAsync(TState state, TIn record, RecordContext context);

    /// <summary>Makes the results of a window that ends. Throwing has the source try again. Not called for a window without records.</summary>
    protected abstract ValueTask CloseAsync(TState state, WindowResults<TOut> results);
}
