using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Paths.Filters;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary><c>[?(@.price &lt; 10)]</c>: the items that the filter accepts; of an object, the object itself.</summary>
internal sealed class FilterStep(PathFilter filter) : PathStep
{
    public override bool IsDefinite => false;

    public override void SelectMany(JsonData value, JsonData root, List<JsonData> found, PathBudget budget)
    {
        switch (value)
        {
            case ArrayData array:
                foreach (var item in array.Items)
                {
                    Add(item, root, found, budget);
                }

                break;
            case ObjectData:
                Add(value, root, found, budget);
                break;
        }
    }

    private void Add(JsonData item, JsonData root, List<JsonData> found, PathBudget budget)
    {
        budget.Spend(1);
        if (filter.Accepts(item, root, budget))
        {
            found.Add(item);
        }
    }
}
