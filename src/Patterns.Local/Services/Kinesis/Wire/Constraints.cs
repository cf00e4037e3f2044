using System.Globalization;
using System.Text.RegularExpressions;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>What the service's model allows in members, and its words when one is outside.</summary>
internal static partial class Constraints
{
    private const string NamePattern = "[a-zA-Z0-9_.-]+";
    private const int LongestName = 128;

    public static void CheckStreamName(string name) => CheckName(name, "streamName");

    public static void CheckShardId(string id, string path) => CheckName(id, path);

    /// <exception cref="AwsException">The value is out of range.</exception>
    public static void CheckRange(int? value, string path, int min, int max)
    {
        if (value < min || value > max)
        {
            var constraint = value < min ? $"greater than or equal to {min}" : $"less than or equal to {max}";
            throw KinesisErrors.Constraint(value.Value.ToString(CultureInfo.InvariantCulture), path, $"Member must have value {constraint}");
        }
    }

    /// <exception cref="AwsException">The text is too short or too long.</exception>
    public static void CheckLength(string value, string path, int min, int max)
    {
        if (value.Length < min || value.Length > max)
        {
            var constraint = value.Length < min ? $"greater than or equal to {min}" : $"less than or equal to {max}";
            throw KinesisErrors.Constraint(value, path, $"Member must have length {constraint}");
        }
    }

    /// <exception cref="AwsException">The text is none of the values.</exception>
    public static void CheckOneOf(string value, string path, params IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(value))
        {
            throw KinesisErrors.Constraint(value, path, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");
        }
    }

    private static void CheckName(string name, string path)
    {
        CheckLength(name, path, 1, LongestName);
        if (!Name().IsMatch(name))
        {
            throw KinesisErrors.Constraint(name, path, $"Member must satisfy regular expression pattern: {NamePattern}");
        }
    }

    [GeneratedRegex($@"\A{NamePattern}\z", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
