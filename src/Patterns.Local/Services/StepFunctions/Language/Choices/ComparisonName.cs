using System.Collections.Frozen;

namespace Patterns.Local.Services.StepFunctions.Language.Choices;

/// <summary>A comparison of the language by its name, such as <c>NumericLessThanEqualsPath</c>.</summary>
internal sealed record ComparisonName(ComparisonType Type, ComparisonOperator Operator, bool IsPath)
{
    public static FrozenDictionary<string, ComparisonName> All { get; } = Build().ToFrozenDictionary();

    private static Dictionary<string, ComparisonName> Build()
    {
        var all = new Dictionary<string, ComparisonName>
        {
            ["StringMatches"] = new(ComparisonType.String, ComparisonOperator.Matches, IsPath: false),
        };
        foreach (var type in Enum.GetValues<ComparisonType>())
        {
            foreach (var comparison in Enum.GetValues<ComparisonOperator>())
            {
                var isKnown = comparison == ComparisonOperator.Equals || (type != ComparisonType.Boolean && comparison != ComparisonOperator.Matches);
                if (isKnown)
                {
                    all[$"{type}{comparison}"] = new(type, comparison, IsPath: false);
                    all[$"{type}{comparison}Path"] = new(type, comparison, IsPath: true);
                }
            }
        }

        return all;
    }
}
