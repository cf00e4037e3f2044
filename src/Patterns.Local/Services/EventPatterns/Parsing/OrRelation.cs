using System.Text.Json;

namespace Patterns.Local.Services.EventPatterns.Parsing;

/// <summary>
/// Tells the operator <c>$or</c> from a field of that name: the operator is an array of two objects or more, none of
/// whose keys is the name of a match expression.
/// </summary>
internal static class OrRelation
{
    private const string Key = "$or";

    private static readonly HashSet<string> Reserved =
        ["exactly", .. MatchExpression.Names];

    /// <param name="reader">A copy, standing on the value of <paramref name="key"/>.</param>
    /// <param name="key">The key.</param>
    public static bool IsAt(PatternReader reader, string key)
    {
        if (!key.Equals(Key, StringComparison.Ordinal) || !reader.IsAt(JsonTokenType.StartArray))
        {
            return false;
        }

        var objects = 0;
        while (reader.Read() && reader.IsAt(JsonTokenType.StartObject))
        {
            objects++;
            if (HasReservedKey(ref reader))
            {
                return false;
            }
        }

        return objects >= 2 && reader.IsAt(JsonTokenType.EndArray);
    }

    private static bool HasReservedKey(ref PatternReader reader)
    {
        while (reader.Read() && reader.IsAt(JsonTokenType.PropertyName))
        {
            if (Reserved.Contains(reader.Text()))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
