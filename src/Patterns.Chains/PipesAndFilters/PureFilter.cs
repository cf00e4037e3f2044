using System.Runtime.CompilerServices;

namespace Patterns.PipesAndFilters;

/// <summary>A filter that waits for nothing: what it makes depends on the message alone.</summary>
/// <typeparam name="TIn">What it takes.</typeparam>
/// <typeparam name="TOut">What it makes.</typeparam>
public abstract class PureFilter<TIn, TOut> : Filter<TIn, TOut>
{
    /// <summary>Makes the outputs of one message, always the same ones in the same order. Throwing fails the message.</summary>
    /// <param name="message">The message.</param>
    protected abstract IEnumerable<TOut> Apply(TIn message);

    /// <inheritdoc/>
    protected sealed override async IAsyncEnumerable<TOut> ApplyAsync(TIn message, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Nothing is awaited here; the form is that of filters that do.
        await ValueTask.CompletedTask.ConfigureAwait(false);
        foreach (var output in Apply(message))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return output;
        }
    }
}
