using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary><c>[1:3]</c>, <c>[:2]</c>, <c>[-2:]</c>: from the first up to but without the second.</summary>
internal sealed class SliceStep(int? from, int? to) : PathStep
{
    public override bool IsDefinite => false;

    public override void SelectMany(JsonData value, JsonData root, List<JsonData> found, PathBudget budget)
    {
        if (value is not ArrayData array)
        {
            return;
        }

        var (start, end) = (Place(from ?? 0, array.Items.Count), Place(to ?? array.Items.Count, array.Items.Count));
        budget.Spend(Math.Max(1, end - start));
        for (var i = start; i < end; i++)
        {
            found.Add(array.Items[i]);
        }
    }

    private static int Place(int index, int count) => Math.Clamp(index < 0 ? count + index : index, 0, count);
}
