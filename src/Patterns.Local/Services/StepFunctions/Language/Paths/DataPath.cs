using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary>A compiled JSONPath on the input (<c>$</c>), the context object (<c>$$</c>) or a variable (<c>$name</c>).</summary>
internal sealed class DataPath
{
    private readonly PathStep[] _steps;

    internal DataPath(string text, PathRoot root, string? variable, PathStep[] steps)
    {
        Text = text;
        Root = root;
        Variable = variable;
        _steps = steps;
        IsDefinite = steps.All(step => step.IsDefinite);
    }

    public string Text { get; }

    public PathRoot Root { get; }

    /// <summary>The name behind the dollar sign when <see cref="Root"/> is a variable.</summary>
    public string? Variable { get; }

    public IReadOnlyList<PathStep> Steps => _steps;

    /// <summary>Whether the path names one place; the value of any other is an array of what it selects.</summary>
    public bool IsDefinite { get; }

    /// <summary>Whether the path consists of names and single indexes only, as <c>ResultPath</c> wants it.</summary>
    public bool IsReference => _steps.All(step => step is MemberStep or IndexStep);

    /// <exception cref="PathSyntaxException">The text is no JSONPath that the service takes.</exception>
    public static DataPath Parse(string text) => PathParser.Parse(text);

    /// <returns>Null when a definite part of the path leads nowhere.</returns>
    /// <exception cref="EvaluationException">There is no such variable, or the path selects beyond all bounds.</exception>
    public JsonData? Evaluate(IDataScope scope) => Evaluate(RootValue(scope), new PathBudget());

    internal JsonData? Evaluate(JsonData root, PathBudget budget)
    {
        JsonData? current = root;
        for (var i = 0; i < _steps.Length; i++)
        {
            if (!_steps[i].IsDefinite)
            {
                return SelectMany(current, i, root, budget);
            }

            budget.Spend(1);
            current = _steps[i].SelectOne(current);
            if (current is null)
            {
                return null;
            }
        }

        return current;
    }

    private JsonData RootValue(IDataScope scope) => Root switch
    {
        PathRoot.Input => scope.Input,
        PathRoot.Context => scope.Context,
        _ => scope.Variable(Variable!) ?? throw EvaluationException.Runtime($"The variable '${Variable}' of the path '{Text}' is not defined."),
    };

    private JsonData? SelectMany(JsonData start, int from, JsonData root, PathBudget budget)
    {
        List<JsonData> current = [start];
        for (var i = from; i < _steps.Length; i++)
        {
            if (_steps[i] is FunctionStep function)
            {
                return function.SelectOne(new ArrayData(current));
            }

            var next = new List<JsonData>();
            foreach (var value in current)
            {
                _steps[i].SelectMany(value, root, next, budget);
            }

            current = next;
        }

        return new ArrayData(current);
    }
}
