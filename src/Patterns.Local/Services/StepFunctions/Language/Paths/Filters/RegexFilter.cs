using System.Text.RegularExpressions;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths.Filters;

/// <summary><c>@.name =~ /a.*/i</c>: the whole text matches.</summary>
/// <remarks>The engine does not backtrack, so that no expression takes longer than its text is long.</remarks>
internal sealed class RegexFilter(FilterOperand operand, Regex expression) : PathFilter
{
    /// <exception cref="ArgumentException">The expression is malformed, or needs to backtrack.</exception>
    /// <exception cref="NotSupportedException">The expression needs to backtrack.</exception>
    public static Regex Compile(string pattern, bool ignoresCase) => new(
        $"^(?:{pattern})$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None),
        Timeout.InfiniteTimeSpan);

    public override bool Accepts(JsonData item, JsonData root, PathBudget budget) =>
        operand.Find(item, root, budget) is TextData text && expression.IsMatch(text.Value);
}
