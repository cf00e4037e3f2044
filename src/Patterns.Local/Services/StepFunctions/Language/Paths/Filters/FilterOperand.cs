using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths.Filters;

/// <summary>One side of a comparison: a literal, or a path on the item or on the root.</summary>
internal sealed class FilterOperand
{
    private readonly JsonData? _literal;
    private readonly DataPath? _path;
    private readonly bool _isOnItem;

    public FilterOperand(JsonData literal) => _literal = literal;

    public FilterOperand(DataPath path, bool isOnItem)
    {
        _path = path;
        _isOnItem = isOnItem;
    }

    public bool IsPath => _path is not null;

    public JsonData? Find(JsonData item, JsonData root, PathBudget budget) => _literal ?? _path!.Evaluate(_isOnItem ? item : root, budget);
}
