using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.Choices;

/// <summary>The condition of a choice rule.</summary>
internal abstract class ChoiceCondition
{
    /// <exception cref="EvaluationException">A path of the condition leads nowhere.</exception>
    public abstract bool IsTrue(IDataScope scope);
}
