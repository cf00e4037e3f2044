using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.Choices;

/// <summary><c>Not</c>.</summary>
internal sealed class NegatedCondition(ChoiceCondition term) : ChoiceCondition
{
    public override bool IsTrue(IDataScope scope) => !term.IsTrue(scope);
}
