using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

internal sealed class PathExpression(DataPath path) : Expression
{
    public DataPath Path { get; } = path;

    public override JsonData Evaluate(IDataScope scope, string field) =>
        Path.Evaluate(scope) ?? throw EvaluationException.Runtime(
            $"The JSONPath '{Path.Text}' specified for the field '{field}' could not be found in the input '{Root(scope)}'");

    private JsonData Root(IDataScope scope) => Path.Root switch
    {
        PathRoot.Context => scope.Context,
        PathRoot.Variable => scope.Variable(Path.Variable!)!,
        _ => scope.Input,
    };
}
