using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

/// <summary>Folds the chosen branch only: the other one may refer to resources that are left out.</summary>
internal sealed class IfFunction : IIntrinsicFunction
{
    public TemplateNode Fold(IntrinsicNode call, Folding folding)
    {
        if (call.Argument is not SequenceNode { Items: [ScalarNode condition, var whenTrue, var whenFalse] })
        {
            return folding.Fail(call.Location, "Fn::If takes the name of a condition and two values");
        }

        return folding.Scope.Conditions.Holds(condition.Text, condition.Location) switch
        {
            true => folding.Fold(whenTrue),
            false => folding.Fold(whenFalse),
            null => new InvalidNode(call.Location),
        };
    }
}
