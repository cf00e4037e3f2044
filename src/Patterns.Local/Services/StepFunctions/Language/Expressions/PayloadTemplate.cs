using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

/// <summary>A value of <c>Parameters</c>, <c>ResultSelector</c>, <c>ItemSelector</c> or <c>Assign</c>.</summary>
internal abstract class PayloadTemplate
{
    /// <exception cref="EvaluationException">A field has no value for this data.</exception>
    public abstract JsonData Evaluate(IDataScope scope);
}
