using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary><c>..</c>: the step behind it, on a value and on all values within it, outer ones first.</summary>
internal sealed class DescentStep(PathStep step) : PathStep
{
    public override bool IsDefinite => false;

    public override void SelectMany(JsonData value, JsonData root, List<JsonData> found, PathBudget budget)
    {
        budget.Spend(1);
        step.SelectMany(value, root, found, budget);
        switch (value)
        {
            case ArrayData array:
                foreach (var item in array.Items)
                {
                    SelectMany(item, root, found, budget);
                }

                break;
            case ObjectData members:
                foreach (var (_, member) in members.Members)
                {
                    SelectMany(member, root, found, budget);
                }

                break;
        }
    }
}
