using System.Text.Json.Serialization.Metadata;

namespace Patterns.Windows;

/// <summary>
/// Aggregates the records of each key by sessions: a session goes on while less than <see cref="SessionOptions{TIn}.Gap"/> is between its
/// records, by the times at which they happened. A record that bridges two open sessions makes them one.
/// </summary>
/// <remarks>What it needs and guarantees is said at <see cref="KeyedWindowHandler{TIn, TState, TOut}"/>.</remarks>
/// <typeparam name="TIn">A record.</typeparam>
/// <typeparam name="TState">What is known of a session; written as JSON.</typeparam>
/// <typeparam name="TOut">A result.</typeparam>
public abstract class SessionHandler<TIn, TState, TOut> : KeyedWindowHandler<TIn, TState, TOut>
{
    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="inputJson">How a record is read, from a source-generated context.</param>
    /// <param name="stateJson">How the state is written and read.</param>
    /// <param name="outputJson">How a result is written.</param>
    /// <param name="sessions">What is collected, where the state is and where the results go.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected SessionHandler(
        JsonTypeInfo<TIn> inputJson,
        JsonTypeInfo<TState> stateJson,
        JsonTypeInfo<TOut> outputJson,
        SessionOptions<TIn> sessions,
        RecordHandlerOptions? options = null)
        : base(inputJson, stateJson, outputJson, sessions, options)
    {
    }

    /// <summary>
    /// The state of two sessions that became one by a record between them. It is added after that, so that the result must not depend on the order
    /// in which records were added.
    /// </summary>
    /// <param name="earlier">The state of the one that begins first.</param>
    /// <param name="later">The state of the other.</param>
    protected abstract TState Merge(TState earlier, TState later);

    private protected sealed override TState MergeStates(TState earlier, TState later) => Merge(earlier, later);
}
