using System.Runtime.CompilerServices;
using Patterns.PipesAndFilters.Internal;

namespace Patterns.PipesAndFilters;

/// <summary>One stage of a pipeline: makes none, one or several messages of each, and knows nothing of the stages around it.</summary>
/// <remarks>
/// <para>
/// The same filter runs in process, as a part of a <see cref="Pipeline{TIn, TOut}"/>, and as a function of its own, by a
/// <see cref="FilterHandler{TIn, TOut}"/>. For the same message it makes the same ones in the same order at every run, since a message
/// is known by its position.
/// </para>
/// <para>One object serves many messages at a time. See <see cref="Filters"/> for those that are a function, and
/// <see cref="PureFilter{TIn, TOut}"/> for those that wait for nothing.</para>
/// </remarks>
/// <typeparam name="TIn">What it takes.</typeparam>
/// <typeparam name="TOut">What it makes.</typeparam>
public abstract class Filter<TIn, TOut>
{
    /// <summary>The filter's name, in descriptions and metrics. Default: its class's.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>What the filter makes of the message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancelled when time runs out.</param>
    public async IAsyncEnumerable<TOut> RunAsync(TIn message, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var piece in RunAsync(new Piece<TIn>("", message), cancellationToken).ConfigureAwait(false))
        {
            yield return piece.Value;
        }
    }

    /// <summary>What the filter makes of the message, each with its id.</summary>
    /// <param name="piece">The message and its id.</param>
    /// <param name="cancellationToken">Cancelled when time runs out.</param>
    public IAsyncEnumerable<Piece<TOut>> RunAsync(Piece<TIn> piece, CancellationToken cancellationToken) => RunCoreAsync(piece, cancellationToken);

    /// <summary>The names of the filters, in their order.</summary>
    public override string ToString() => Name;

    /// <summary>Makes the outputs of one message, always the same ones in the same order. Throwing fails the message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancelled when time runs out.</param>
    protected abstract IAsyncEnumerable<TOut> ApplyAsync(TIn message, CancellationToken cancellationToken);

    private protected virtual async IAsyncEnumerable<Piece<TOut>> RunCoreAsync(Piece<TIn> piece, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FilterMeter.CountIn(Name);
        var position = 0;
        await foreach (var output in ApplyAsync(piece.Value, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            FilterMeter.CountOut(Name);
            yield return new Piece<TOut>(Lineage.Of(piece.Id, position++), output);
        }
    }
}
