using System.Text.Json.Serialization.Metadata;

namespace Patterns.Windows.Internal;

/// <summary>What a handler of a key's windows is made of.</summary>
internal sealed record KeyedWindowParts<TIn, TState, TOut>(
    JsonTypeInfo<TIn> InputJson,
    JsonTypeInfo<TState> StateJson,
    JsonTypeInfo<TOut> OutputJson,
    Func<KeyWindow, TState> Start,
    Func<TState, TIn, RecordContext, ValueTask<TState>> AddAsync,
    Func<TState, TState, TState> Merge,
    Func<TState, KeyWindowResults<TOut>, ValueTask> CloseAsync);
