using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths.Filters;

/// <summary>A comparison; values of different types are unequal and in no order.</summary>
internal sealed class ComparisonFilter(FilterOperand left, string name, FilterOperand right) : PathFilter
{
    /// <summary>Longer ones first, so that the first that fits is the right one.</summary>
    public static IReadOnlyList<string> Names { get; } = ["==", "!=", "<=", ">=", "<", ">", "nin", "in", "contains", "size", "empty"];

    public override bool Accepts(JsonData item, JsonData root, PathBudget budget)
    {
        var (one, other) = (left.Find(item, root, budget), right.Find(item, root, budget));
        return name switch
        {
            "==" => AreSame(one, other),
            "!=" => !AreSame(one, other),
            "<" => Order(one, other) < 0,
            "<=" => Order(one, other) <= 0,
            ">" => Order(one, other) > 0,
            ">=" => Order(one, other) >= 0,
            "in" => Contains(other, one, budget),
            "nin" => !Contains(other, one, budget),
            "contains" => Contains(one, other, budget) || (one is TextData text && other is TextData part && text.Value.Contains(part.Value, StringComparison.Ordinal)),
            "size" => other is NumberData wanted && Size(one) == wanted.Value,
            _ => other is BooleanData isEmpty && Size(one) is { } size && size == 0 == isEmpty.Value,
        };
    }

    private static bool AreSame(JsonData? one, JsonData? other) => one is null || other is null ? one == other : one.IsSameAs(other);

    private static int? Order(JsonData? one, JsonData? other) => (one, other) switch
    {
        (NumberData left, NumberData right) => left.Compare(right),
        (TextData left, TextData right) => string.CompareOrdinal(left.Value, right.Value),
        _ => null,
    };

    private static bool Contains(JsonData? list, JsonData? value, PathBudget budget)
    {
        if (list is not ArrayData array || value is null)
        {
            return false;
        }

        budget.Spend(array.Items.Count);
        return array.Items.Any(value.IsSameAs);
    }

    private static int? Size(JsonData? value) => value switch
    {
        ArrayData array => array.Items.Count,
        ObjectData members => members.Members.Count,
        TextData text => text.Value.Length,
        _ => null,
    };
}
