namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>What tables and indexes may be called.</summary>
internal static class TableNames
{
    public const int Shortest = 3;
    public const int Longest = 255;
    public const string Pattern = "[a-zA-Z0-9_.-]+";

    /// <exception cref="AwsException">It is no name.</exception>
    public static void Check(string? name, string path)
    {
        if (name is null)
        {
            throw DynamoDbErrors.NullMember(path);
        }

        if (!HasOnlyAllowed(name))
        {
            throw DynamoDbErrors.Constraint(name, path, $"Member must satisfy regular expression pattern: {Pattern}");
        }

        if (name.Length is < Shortest or > Longest)
        {
            throw DynamoDbErrors.Validation($"{char.ToUpperInvariant(path[0])}{path[1..]} must be at least {Shortest} characters long and at most {Longest} characters long");
        }
    }

    private static bool HasOnlyAllowed(string name)
    {
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '.' or '-'))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
