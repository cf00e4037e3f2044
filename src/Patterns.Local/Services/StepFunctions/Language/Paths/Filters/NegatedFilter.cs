using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths.Filters;

/// <summary><c>!a</c>.</summary>
internal sealed class NegatedFilter(PathFilter term) : PathFilter
{
    public override bool Accepts(JsonData item, JsonData root, PathBudget budget) => !term.Accepts(item, root, budget);
}
