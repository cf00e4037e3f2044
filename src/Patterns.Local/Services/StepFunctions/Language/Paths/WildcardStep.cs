using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary><c>.*</c> and <c>[*]</c>: all members or items.</summary>
internal sealed class WildcardStep : PathStep
{
    public override bool IsDefinite => false;

    public override void SelectMany(JsonData value, JsonData root, List<JsonData> found, PathBudget budget)
    {
        switch (value)
        {
            case ArrayData array:
                budget.Spend(array.Items.Count + 1);
                found.AddRange(array.Items);
                break;
            case ObjectData members:
                budget.Spend(members.Members.Count + 1);
                found.AddRange(members.Members.Select(member => member.Value));
                break;
        }
    }
}
