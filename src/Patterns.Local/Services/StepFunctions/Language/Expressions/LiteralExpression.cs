using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

/// <summary>A literal among the arguments of a function.</summary>
internal sealed class LiteralExpression(JsonData value) : Expression
{
    public override JsonData Evaluate(IDataScope scope, string field) => value;
}
