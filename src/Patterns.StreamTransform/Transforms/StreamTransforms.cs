using Patterns.StreamTransform.Internal;

namespace Patterns.StreamTransform;

/// <summary>Makes and joins transforms.</summary>
public static class StreamTransforms
{
    /// <summary>A transform of a function.</summary>
    public static Transform<TIn, TOut> From<TIn, TOut>(Action<TIn, TransformContext<TOut>> apply)
    {
        ArgumentNullException.ThrowIfNull(apply);
        return new FunctionTransform<TIn, TOut>((input, context) =>
        {
            apply(input, context);
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>A transform of a function that waits for something.</summary>
    public static Transform<TIn, TOut> FromAsync<TIn, TOut>(Func<TIn, TransformContext<TOut>, ValueTask> apply)
    {
        ArgumentNullException.ThrowIfNull(apply);
        return new FunctionTransform<TIn, TOut>(apply);
    }

    /// <summary>
    /// Hands every output of <paramref name="first"/> to <paramref name="second"/> in the same process. What comes out has the ids,
    /// keys, times and correlation that it has when a stream is between the two.
    /// </summary>
    /// <remarks>
    /// What differs: the values between the two are not written as JSON and read again, <see cref="TransformContext{TOut}.Record"/> is
    /// the record at the beginning of the chain, and a failure anywhere sends that record back.
    /// </remarks>
    public static Transform<TIn, TOut> Then<TIn, TMiddle, TOut>(this Transform<TIn, TMiddle> first, Transform<TMiddle, TOut> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new ChainedTransform<TIn, TMiddle, TOut>(first, second);
    }
}
