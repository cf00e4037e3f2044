using System.Text.Json;

namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>The values of a message attribute as a pattern sees them.</summary>
internal static class AttributeValues
{
    private const string ArrayType = "String.Array";

    public static void Visit(MatchRun run, PathNode node, MessageAttribute attribute)
    {
        if (attribute.StringValue is not { } text)
        {
            return;
        }

        if (attribute.DataType.Equals(ArrayType, StringComparison.Ordinal))
        {
            VisitArray(run, node, text);
        }
        else if (!attribute.DataType.StartsWith("Number", StringComparison.Ordinal))
        {
            run.VisitScalar(node, PatternValue.Of(text));
        }
        else if (PatternNumber.TryParse(text, out var number))
        {
            run.VisitScalar(node, PatternValue.Of(number));
        }
        else
        {
            run.VisitUnreadable(node);
        }
    }

    private static void VisitArray(MatchRun run, PathNode node, string json)
    {
        run.VisitUnreadable(node);
        try
        {
            using var array = JsonDocument.Parse(json);
            VisitElements(run, node, array.RootElement);
        }
        catch (JsonException)
        {
            // The attribute is there; what it holds is no array that a pattern could look into.
        }
    }

    private static void VisitElements(MatchRun run, PathNode node, JsonElement array)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var element in array.EnumerateArray())
        {
            if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                run.VisitScalar(node, PatternValue.Of(element));
            }
        }
    }
}
