using System.Text.Json;

namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>Matches <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class LiteralMatcher(JsonValueKind kind) : ValueMatcher
{
    public override bool Matches(in PatternValue value) => value.Kind == kind;
}
