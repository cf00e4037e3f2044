using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Intrinsics;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

/// <summary>A call of an intrinsic function.</summary>
internal sealed class FunctionExpression(string text, IntrinsicFunction function, Expression[] arguments) : Expression
{
    public IntrinsicFunction Function => function;

    public override JsonData Evaluate(IDataScope scope, string field)
    {
        var values = Array.ConvertAll(arguments, argument => argument.Evaluate(scope, field));
        try
        {
            return function.Invoke(new IntrinsicArguments(values, scope));
        }
        catch (IntrinsicException error)
        {
            throw EvaluationException.Runtime($"The function '{text}' had the following error: {error.Message}");
        }
    }
}
