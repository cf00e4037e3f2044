namespace Patterns.StreamTransform.Internal;

/// <summary>One output of the first of two transforms as the input of the second, whose outputs are the chain's.</summary>
internal sealed class LaterStage<TOut>(TransformContext<TOut> chain, TransformCause cause, IReadOnlyDictionary<string, string>? attributes)
    : TransformContext<TOut>(chain.Record, cause)
{
    public override string? GetAttribute(string name) => attributes?.GetValueOrDefault(name);

    internal override void Accept(in TransformOutput<TOut> output, string id, in TransformCause cause) => chain.Accept(output, id, cause);

    internal override void Count(string reason) => chain.Count(reason);
}
