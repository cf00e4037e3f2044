using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

internal sealed class RefFunction : IIntrinsicFunction
{
    public TemplateNode Fold(IntrinsicNode call, Folding folding) =>
        call.Argument is ScalarNode name
            ? Resolve(name.Text, call, folding)
            : folding.Fail(call.Location, $"Ref takes a name, and this is {call.Argument.Kind}");

    private static TemplateNode Resolve(string name, IntrinsicNode call, Folding folding)
    {
        if (PseudoParameters.IsPseudo(name))
        {
            return folding.Scope.Pseudo.Find(name, call.Location)
                ?? folding.Fail(call.Location, $"pseudo parameter '{name}' is not defined", Suggestion.For(name, PseudoParameters.Names));
        }

        if (folding.Scope.Parameters.TryGetValue(name, out var parameter))
        {
            return parameter.Value;
        }

        return folding.Scope.Derived.TryGetValue(name, out var derived)
            ? folding.Fold(derived)
            : Resource(name, call, folding);
    }

    private static TemplateNode Resource(string name, IntrinsicNode call, Folding folding)
    {
        if (folding.References is not { } references)
        {
            return call;
        }

        return references.Ref(name) is { } value
            ? NodeFactory.Text(call.Location, value)
            : folding.Fail(call.Location, $"resource '{name}' has no value yet");
    }
}
