namespace Patterns.StreamTransform;

/// <summary>A step of a stream transform: makes none, one or many outputs of an input. Knows nothing of where they go.</summary>
/// <remarks>
/// One object serves many records at the same time: keep nothing about a record in fields. Steps are put one behind the other
/// with <see cref="StreamTransforms.Then"/>.
/// </remarks>
/// <typeparam name="TIn">The input.</typeparam>
/// <typeparam name="TOut">The output.</typeparam>
public abstract class Transform<TIn, TOut>
{
    /// <summary>
    /// Makes the outputs of one input. Throwing has the source deliver the record again; a <see cref="NonRetryableException"/> sends
    /// it to the failure destination. Make it depend on nothing but the input: a replay must come to the same outputs.
    /// </summary>
    public abstract ValueTask ApplyAsync(TIn input, TransformContext<TOut> context);
}
