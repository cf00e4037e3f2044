using System.Runtime.CompilerServices;
using Patterns.PipesAndFilters.Internal;

namespace Patterns.PipesAndFilters;

/// <summary>Begins pipelines.</summary>
public static class Pipeline
{
    /// <summary>A pipeline without a filter: what comes in goes out.</summary>
    /// <typeparam name="TMessage">What the first filter takes.</typeparam>
    public static Pipeline<TMessage, TMessage> Start<TMessage>() => new([], static (piece, _) => Passing.Once(piece));
}

/// <summary>
/// Filters in a row, in one process. A pipeline is a filter itself, so that a part of it, or the whole, may be a function of its
/// own: however it is cut, the same messages come out with the same ids.
/// </summary>
/// <typeparam name="TIn">What the first filter takes.</typeparam>
/// <typeparam name="TOut">What the last filter makes.</typeparam>
public sealed class Pipeline<TIn, TOut> : Filter<TIn, TOut>
{
    private readonly Func<Piece<TIn>, CancellationToken, IAsyncEnumerable<Piece<TOut>>> _run;

    internal Pipeline(IReadOnlyList<string> filters, Func<Piece<TIn>, CancellationToken, IAsyncEnumerable<Piece<TOut>>> run)
    {
        FilterNames = filters;
        _run = run;
    }

    /// <summary>The names of its filters, in their order.</summary>
    public IReadOnlyList<string> FilterNames { get; }

    /// <summary>The filters' names with arrows between them.</summary>
    public override string Name => string.Join(" -> ", FilterNames);

    /// <summary>The pipeline with one more filter at its end. This one stays as it is.</summary>
    /// <param name="filter">The filter, which may be a pipeline.</param>
    /// <typeparam name="TNext">What the filter makes.</typeparam>
    public Pipeline<TIn, TNext> Then<TNext>(Filter<TOut, TNext> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var names = filter is Pipeline<TOut, TNext> pipeline ? pipeline.FilterNames : [filter.Name];
        return new Pipeline<TIn, TNext>([.. FilterNames, .. names], (piece, cancellationToken) => ChainAsync(piece, filter, cancellationToken));
    }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<TOut> ApplyAsync(TIn message, CancellationToken cancellationToken) => RunAsync(message, cancellationToken);

    private protected override IAsyncEnumerable<Piece<TOut>> RunCoreAsync(Piece<TIn> piece, CancellationToken cancellationToken) => _run(piece, cancellationToken);

    private async IAsyncEnumerable<Piece<TNext>> ChainAsync<TNext>(
        Piece<TIn> input,
        Filter<TOut, TNext> filter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var piece in RunAsync(input, cancellationToken).ConfigureAwait(false))
        {
            await foreach (var output in filter.RunAsync(piece, cancellationToken).ConfigureAwait(false))
            {
                yield return output;
            }
        }
    }
}
