namespace Patterns.PipesAndFilters.Internal;

/// <summary>The pipeline without a filter.</summary>
internal static class Passing
{
    public static async IAsyncEnumerable<Piece<TMessage>> Once<TMessage>(Piece<TMessage> piece)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        yield return piece;
    }
}
