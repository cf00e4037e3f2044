using System.Collections.Frozen;

namespace Patterns.Local.Templates.Schema;

/// <summary>Tells real resource types from misspelt ones; the list is in <c>aws-resource-types.txt</c>.</summary>
internal static class ResourceTypes
{
    private static readonly FrozenSet<string> Aws = Load();

    public static IEnumerable<string> All => Aws;

    /// <summary>Whether AWS has the type, or it is a custom resource or one from a third party's registry.</summary>
    public static bool IsKnown(string type) => Aws.Contains(type) || IsCustom(type) || IsThirdParty(type);

    private static bool IsCustom(string type) => type.StartsWith("Custom::", StringComparison.Ordinal) && type.Length > "Custom::".Length;

    private static bool IsThirdParty(string type)
    {
        var parts = type.Split("::");
        return parts.Length == 3
            && !parts[0].Equals("AWS", StringComparison.OrdinalIgnoreCase)
            && parts.All(part => part.Length >= 2 && part.All(char.IsAsciiLetterOrDigit));
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(ResourceTypes).Assembly.GetManifestResourceStream("aws-resource-types.txt")!;
        using var reader = new StreamReader(stream);
        return ReadLines(reader).SelectMany(Types).ToFrozenSet();
    }

    private static IEnumerable<string> ReadLines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Types(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(type => $"AWS::{line[..colon]}::{type}");
    }
}
