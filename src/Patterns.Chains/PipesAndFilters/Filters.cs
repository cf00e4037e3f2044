using Patterns.PipesAndFilters.Internal;

namespace Patterns.PipesAndFilters;

/// <summary>Makes filters of functions.</summary>
public static class Filters
{
    /// <summary>A filter that makes one message of each.</summary>
    /// <param name="name">The filter's name.</param>
    /// <param name="map">The function.</param>
    public static Filter<TIn, TOut> Map<TIn, TOut>(string name, Func<TIn, TOut> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new FunctionFilter<TIn, TOut>(name, message => [map(message)]);
    }

    /// <summary>A filter that lets some messages pass.</summary>
    /// <param name="name">The filter's name.</param>
    /// <param name="passes">Which ones.</param>
    public static Filter<TMessage, TMessage> Where<TMessage>(string name, Func<TMessage, bool> passes)
    {
        ArgumentNullException.ThrowIfNull(passes);
        return new FunctionFilter<TMessage, TMessage>(name, message => passes(message) ? [message] : []);
    }

    /// <summary>A filter that makes none, one or several messages of each.</summary>
    /// <param name="name">The filter's name.</param>
    /// <param name="split">The function; it makes the same messages in the same order at every run.</param>
    public static Filter<TIn, TOut> Split<TIn, TOut>(string name, Func<TIn, IEnumerable<TOut>> split)
    {
        ArgumentNullException.ThrowIfNull(split);
        return new FunctionFilter<TIn, TOut>(name, split);
    }
}
