namespace Patterns.StreamTransform.Internal;

/// <summary>Two transforms, one behind the other.</summary>
internal sealed class ChainedTransform<TIn, TMiddle, TOut>(Transform<TIn, TMiddle> first, Transform<TMiddle, TOut> second) : Transform<TIn, TOut>
{
    public override async ValueTask ApplyAsync(TIn input, TransformContext<TOut> context)
    {
        // What the stages put out and leave out is all that there is to say of the record.
        context.IsAccountedFor = true;
        var stage = new FirstStage<TMiddle, TOut>(context);
        await first.ApplyAsync(input, stage).ConfigureAwait(false);
        stage.End();
        foreach (var (output, cause) in stage.Outputs)
        {
            var later = new LaterStage<TOut>(context, cause, output.Attributes);
            await second.ApplyAsync(output.Value, later).ConfigureAwait(false);
            later.End();
        }
    }
}
