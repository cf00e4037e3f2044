using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary>Bounds the work of one path, since recursive descents multiply.</summary>
internal sealed class PathBudget
{
    private int _left = 1_000_000;

    /// <exception cref="EvaluationException">The path looked at more values than any payload makes sensible.</exception>
    public void Spend(int values)
    {
        _left -= values;
        if (_left < 0)
        {
            throw EvaluationException.Runtime("A path selects more than 1,000,000 values.");
        }
    }
}
