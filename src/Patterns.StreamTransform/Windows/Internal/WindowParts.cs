using System.Text.Json.Serialization.Metadata;

namespace Patterns.Windows.Internal;

/// <summary>What a handler of windows is made of.</summary>
internal sealed record WindowParts<TIn, TState, TOut>(
    JsonTypeInfo<TIn> InputJson,
    JsonTypeInfo<TState> StateJson,
    JsonTypeInfo<TOut> OutputJson,
    Func<Window, TState> Start,
    Func<TState, TIn, RecordContext, ValueTask<TState>> AddAsync,
    Func<TState, WindowResults<TOut>, ValueTask> CloseAsync);
