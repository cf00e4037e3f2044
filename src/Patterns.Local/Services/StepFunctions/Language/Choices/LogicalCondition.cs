using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.Choices;

/// <summary><c>And</c> and <c>Or</c>; what follows the deciding condition is not looked at.</summary>
internal sealed class LogicalCondition(ChoiceCondition[] terms, bool wantsAll) : ChoiceCondition
{
    public override bool IsTrue(IDataScope scope)
    {
        foreach (var term in terms)
        {
            if (term.IsTrue(scope) != wantsAll)
            {
                return !wantsAll;
            }
        }

        return wantsAll;
    }
}
