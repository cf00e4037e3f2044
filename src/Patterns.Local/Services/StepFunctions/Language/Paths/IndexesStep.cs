using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary><c>[0,2]</c>: those items that there are, in the order of the path.</summary>
internal sealed class IndexesStep(IndexStep[] indexes) : PathStep
{
    public override bool IsDefinite => false;

    public override void SelectMany(JsonData value, JsonData root, List<JsonData> found, PathBudget budget)
    {
        foreach (var index in indexes)
        {
            index.SelectMany(value, root, found, budget);
        }
    }
}
