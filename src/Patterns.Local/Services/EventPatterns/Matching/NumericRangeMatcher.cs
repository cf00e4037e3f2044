using System.Text.Json;

namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>Matches numbers between bounds; an absent bound is open.</summary>
internal sealed class NumericRangeMatcher(NumericBound? lower, NumericBound? upper) : ValueMatcher
{
    public override bool Matches(in PatternValue value) => value.Kind == JsonValueKind.Number
        && (lower is not { } low || IsBeyond(value.Number.CompareTo(low.Value), low))
        && (upper is not { } high || IsBeyond(-value.Number.CompareTo(high.Value), high));

    private static bool IsBeyond(int comparison, NumericBound bound) =>
        comparison > 0 || (comparison == 0 && bound.IsInclusive);
}
