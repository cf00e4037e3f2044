using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Patterns.Windows.Internal;

namespace Patterns.Windows;

/// <summary>Aggregates the records of each key over windows by the times at which they happened, with the state in a table.</summary>
/// <remarks>
/// <para>
/// Derive from <see cref="SessionHandler{TIn, TState, TOut}"/> or <see cref="SlidingWindowHandler{TIn, TState, TOut}"/>. Needs a Kinesis or
/// DynamoDB stream and <c>ReportBatchItemFailures</c> on the mapping, and no window there. Name <see cref="FunctionHandler"/> in the function
/// of the stream, and <see cref="SweepHandler"/> in one that a schedule invokes: without it, the windows of a shard's last records stay open.
/// </para>
/// <para>
/// A window ends when its watermark is over it by <see cref="KeyedWindowOptions{TIn}.AllowedLateness"/>. The watermark is the latest time of the
/// key's own records and of those of the shard that earlier invocations have handled.
/// </para>
/// <para>
/// Guarantee: each record is in the state once (effect-once), whatever is delivered again, in whichever halves, lanes and shards; results are
/// written down with the state that they come from, and published at-least-once with ids that are the same every time: those of windows that the
/// key's own records ended before the checkpoint moves past these, those of windows that records of other keys ended then, or by a later
/// invocation of the shard or the sweep. Records of a key run one after the other, and a failed one holds those behind it. Sequence numbers of a
/// key have to grow, as they do in a Kinesis stream without <c>ExplicitHashKey</c> and for each item of a DynamoDB stream.
/// </para>
/// </remarks>
/// <typeparam name="TIn">A record.</typeparam>
/// <typeparam name="TState">What is known of a window; written as JSON.</typeparam>
/// <typeparam name="TOut">A result.</typeparam>
public abstract class KeyedWindowHandler<TIn, TState, TOut>
{
    private readonly KeyedWindowRunner<TIn, TState, TOut> _runner;

    private protected KeyedWindowHandler(
        JsonTypeInfo<TIn> inputJson,
        JsonTypeInfo<TState> stateJson,
        JsonTypeInfo<TOut> outputJson,
        KeyedWindowOptions<TIn> windows,
        RecordHandlerOptions? options)
    {
        ArgumentNullException.ThrowIfNull(inputJson);
        ArgumentNullException.ThrowIfNull(stateJson);
        ArgumentNullException.ThrowIfNull(outputJson);
        ArgumentNullException.ThrowIfNull(windows);
        windows.Validate();
        var parts = new KeyedWindowParts<TIn, TState, TOut>(inputJson, stateJson, outputJson, Start, AddAsync, MergeStates, CloseAsync);
        _runner = new KeyedWindowRunner<TIn, TState, TOut>(parts, windows, options ?? new(), windows.Name ?? GetType().Name);
    }

    /// <summary>The method to name in the function's <c>Handler</c> setting.</summary>
    /// <returns>The first record that was not handled.</returns>
    /// <exception cref="InvalidOperationException">The event is not one of a stream.</exception>
    public Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        return _runner.RunAsync(input, context);
    }

    /// <summary>
    /// The method to name in the <c>Handler</c> setting of a function that a schedule invokes, every minute or so: does
    /// <see cref="SweepAsync"/> until its time runs out.
    /// </summary>
    /// <returns>How many windows it closed, as JSON.</returns>
    /// <exception cref="WindowSweepException">Windows of some keys could not be closed.</exception>
    public Task<Stream> SweepHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _runner.SweepAsync(context);
    }

    /// <summary>
    /// Closes the windows that are over by the clock and whose keys had no record for <see cref="KeyedWindowOptions{TIn}.IdleAfter"/>, and sends
    /// what earlier invocations wrote down and did not get sent. It reads what is due, not the table.
    /// </summary>
    /// <param name="cancellationToken">Ends the sweep; the next one goes on.</param>
    /// <returns>How many windows it closed.</returns>
    /// <exception cref="WindowSweepException">Windows of some keys could not be closed; all others were, as far as there was time.</exception>
    public Task<int> SweepAsync(CancellationToken cancellationToken) => _runner.SweepAsync(logger: null, cancellationToken);

    /// <summary>The state of a window that has no record yet.</summary>
    protected abstract TState Start(KeyWindow window);

    /// <summary>
    /// The state with one more record. Records come in any order of their times: the result must not depend on which is added last. Throwing has
    /// the source deliver the record again, and all behind it in its key; a <see cref="NonRetryableException"/> sends it to the failure
    /// destination. It may be called again for records that were added already, on the state before them: do nothing here but compute.
    /// </summary>
    protected abstract ValueTask<TState> AddAsync(TState state, TIn record, RecordContext context);

    /// <summary>
    /// Makes the results of a window that ends; they and all open windows of the key must fit in an item of 400 KB. It may be called again
    /// before a result is sent: do nothing here but compute. Throwing has the source, or the sweep, try again.
    /// </summary>
    protected abstract ValueTask CloseAsync(TState state, KeyWindowResults<TOut> results);

    private protected abstract TState MergeStates(TState earlier, TState later);
}
