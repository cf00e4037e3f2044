using System.Text;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>Checks the maps of placeholders that come with a request.</summary>
internal static class PlaceholderCheck
{
    private const string NamesParameter = "ExpressionAttributeNames";
    private const int MaxKeyBytes = 255;

    public static void CheckNames(IReadOnlyDictionary<string, string>? names)
    {
        CheckKeys(NamesParameter, '#', names);
        foreach (var (key, name) in names ?? new Dictionary<string, string>())
        {
            if (name.Length == 0)
            {
                throw ValueErrors.Validation($"{NamesParameter} contains invalid value: Empty attribute name for key {key}");
            }
        }
    }

    public static void CheckValues(IReadOnlyDictionary<string, AttributeValue>? values) => CheckKeys("ExpressionAttributeValues", ':', values);

    private static void CheckKeys<T>(string parameter, char mark, IReadOnlyDictionary<string, T>? map)
    {
        if (map is null)
        {
            return;
        }

        if (map.Count == 0)
        {
            throw ValueErrors.Validation($"{parameter} must not be empty");
        }

        foreach (var (key, _) in map)
        {
            CheckKey(parameter, mark, key);
        }
    }

    private static void CheckKey(string parameter, char mark, string key)
    {
        var bytes = Encoding.UTF8.GetByteCount(key);
        if (bytes > MaxKeyBytes)
        {
            throw ValueErrors.Validation(
                $"{parameter} contains invalid key: The expression attribute map contains a key that is too long; size of key: {bytes}");
        }

        if (!IsPlaceholder(key, mark))
        {
            throw ValueErrors.Validation($"{parameter} contains invalid key: Syntax error; key: \"{key}\"");
        }
    }

    private static bool IsPlaceholder(string key, char mark)
    {
        if (key.Length < 2 || key[0] != mark)
        {
            return false;
        }

        foreach (var character in key.AsSpan(1))
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return true;
    }
}
