using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths.Filters;

/// <summary><c>@.name</c> alone: whether there is a value.</summary>
internal sealed class ExistsFilter(FilterOperand operand) : PathFilter
{
    public override bool Accepts(JsonData item, JsonData root, PathBudget budget) => operand.Find(item, root, budget) is not null;
}
