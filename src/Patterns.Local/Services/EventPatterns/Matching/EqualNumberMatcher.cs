using System.Text.Json;

namespace Patterns.Local.Services.EventPatterns.Matching;

internal sealed class EqualNumberMatcher(PatternNumber expected) : ValueMatcher
{
    public override bool Matches(in PatternValue value) =>
        value.Kind == JsonValueKind.Number && value.Number.Equals(expected);
}
