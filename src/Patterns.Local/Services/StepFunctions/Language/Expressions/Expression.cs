using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

/// <summary>What a field whose name ends with <c>.$</c> may hold: a path or an intrinsic function.</summary>
internal abstract class Expression
{
    /// <exception cref="EvaluationException">There is no value for this data.</exception>
    /// <param name="scope">What the expression sees.</param>
    /// <param name="field">The field that the error of a missing path names.</param>
    public abstract JsonData Evaluate(IDataScope scope, string field);
}
