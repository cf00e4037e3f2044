namespace Patterns.StreamTransform.Internal;

/// <summary>Keeps what the first of two transforms puts out.</summary>
internal sealed class FirstStage<TMiddle, TOut>(TransformContext<TOut> chain) : TransformContext<TMiddle>(chain.Record, chain.Cause)
{
    public List<(TransformOutput<TMiddle> Output, TransformCause Cause)> Outputs { get; } = [];

    public override string? GetAttribute(string name) => chain.GetAttribute(name);

    internal override void Accept(in TransformOutput<TMiddle> output, string id, in TransformCause cause) =>
        Outputs.Add((output, new TransformCause(id, output.Key ?? cause.Key, output.Time ?? cause.Time, cause.CorrelationId)));

    internal override void Count(string reason) => chain.Count(reason);
}
