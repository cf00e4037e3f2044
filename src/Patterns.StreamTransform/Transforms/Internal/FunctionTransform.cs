namespace Patterns.StreamTransform.Internal;

internal sealed class FunctionTransform<TIn, TOut>(Func<TIn, TransformContext<TOut>, ValueTask> apply) : Transform<TIn, TOut>
{
    public override ValueTask ApplyAsync(TIn input, TransformContext<TOut> context) => apply(input, context);
}
