using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary>One step of a path.</summary>
internal abstract class PathStep
{
    /// <summary>Whether the step leads to one place.</summary>
    public abstract bool IsDefinite { get; }

    /// <summary>The one value of a definite step; null when there is none.</summary>
    public virtual JsonData? SelectOne(JsonData value) => throw new InvalidOperationException("The step is not definite.");

    /// <summary>Adds what the step selects of <paramref name="value"/>.</summary>
    public virtual void SelectMany(JsonData value, JsonData root, List<JsonData> found, PathBudget budget)
    {
        budget.Spend(1);
        if (SelectOne(value) is { } one)
        {
            found.Add(one);
        }
    }
}
