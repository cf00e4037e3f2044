using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

/// <summary>A function that looks at its argument only after that was folded.</summary>
internal abstract class IntrinsicFunction : IIntrinsicFunction
{
    public TemplateNode Fold(IntrinsicNode call, Folding folding)
    {
        var argument = folding.Fold(call.Argument);
        return argument.IsInvalid ? new InvalidNode(call.Location) : Apply(call.With(argument), folding);
    }

    protected abstract TemplateNode Apply(IntrinsicNode call, Folding folding);

    /// <summary>The arguments when there are as many as <paramref name="form"/> shows.</summary>
    protected static IReadOnlyList<TemplateNode>? Arguments(IntrinsicNode call, Folding folding, string form, int least, int most)
    {
        if (call.Argument is SequenceNode { Items: var items } && items.Length >= least && items.Length <= most)
        {
            return items;
        }

        folding.Fail(call.Location, $"{call.Name} takes {form}");
        return null;
    }
}
