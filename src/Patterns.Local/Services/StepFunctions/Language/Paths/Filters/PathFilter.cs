using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths.Filters;

/// <summary>The condition of a filter step.</summary>
internal abstract class PathFilter
{
    /// <param name="item">What <c>@</c> stands for.</param>
    /// <param name="root">What <c>$</c> stands for.</param>
    /// <param name="budget">What the path may still look at.</param>
    public abstract bool Accepts(JsonData item, JsonData root, PathBudget budget);
}
