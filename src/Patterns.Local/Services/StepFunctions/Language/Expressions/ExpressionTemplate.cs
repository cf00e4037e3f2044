using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

/// <summary>The value of a field whose name ends with <c>.$</c>.</summary>
internal sealed class ExpressionTemplate(string field, Expression expression) : PayloadTemplate
{
    public override JsonData Evaluate(IDataScope scope) => expression.Evaluate(scope, field);
}
