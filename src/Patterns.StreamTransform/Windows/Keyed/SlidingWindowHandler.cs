using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.Windows;

/// <summary>
/// Aggregates the records of each key over windows of <see cref="SlidingWindowOptions{TIn}.Size"/> that begin every
/// <see cref="SlidingWindowOptions{TIn}.Step"/>, by the times at which the records happened. A record is added to each window that it is in.
/// </summary>
/// <remarks>What it needs and guarantees is said at <see cref="KeyedWindowHandler{TIn, TState, TOut}"/>. A window without records has no results.</remarks>
/// <typeparam name="TIn">A record.</typeparam>
/// <typeparam name="TState">What is known of a window; written as JSON.</typeparam>
/// <typeparam name="TOut">A result.</typeparam>
public abstract class SlidingWindowHandler<TIn, TState, TOut> : KeyedWindowHandler<TIn, TState, TOut>
{
    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="inputJson">How a record is read, from a source-generated context.</param>
    /// <param name="stateJson">How the state is written and read.</param>
    /// <param name="outputJson">How a result is written.</param>
    /// <param name="windows">What is collected, where the state is and where the results go.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected SlidingWindowHandler(
        JsonTypeInfo<TIn> inputJson,
        JsonTypeInfo<TState> stateJson,
        JsonTypeInfo<TOut> outputJson,
        SlidingWindowOptions<TIn> windows,
        RecordHandlerOptions? options = null)
        : base(inputJson, stateJson, outputJson, windows, options)
    {
    }

    private protected sealed override TState MergeStates(TState earlier, TState later) => throw new UnreachableException();
}
