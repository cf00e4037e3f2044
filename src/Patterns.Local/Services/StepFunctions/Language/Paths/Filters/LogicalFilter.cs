using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths.Filters;

/// <summary><c>a &amp;&amp; b</c> and <c>a || b</c>.</summary>
internal sealed class LogicalFilter(PathFilter[] terms, bool wantsAll) : PathFilter
{
    public override bool Accepts(JsonData item, JsonData root, PathBudget budget)
    {
        foreach (var term in terms)
        {
            if (term.Accepts(item, root, budget) != wantsAll)
            {
                return !wantsAll;
            }
        }

        return wantsAll;
    }
}
