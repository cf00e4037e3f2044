namespace Patterns.Aws.DynamoDb;

/// <summary>A table's name or ARN. The service takes either.</summary>
internal sealed record TableName(string Text, string? Region)
{
    private const int ArnParts = 6;
    private const string Resource = "table/";
    private const int Shortest = 3;
    private const int Longest = 255;

    /// <exception cref="ArgumentException">The text is neither a name nor the ARN of a table.</exception>
    public static TableName Parse(string nameOrArn)
    {
        ArgumentNullException.ThrowIfNull(nameOrArn);
        return nameOrArn.Split(':') switch
        {
            [var name] when IsName(name) => new TableName(name, Region: null),
            { Length: ArnParts } parts when parts is ["arn", _, "dynamodb", { Length: > 0 } region, _, var table]
                && table.StartsWith(Resource, StringComparison.Ordinal)
                && IsName(table[Resource.Length..]) => new TableName(nameOrArn, region),
            _ => throw new ArgumentException($"'{nameOrArn}' names no table. Expected a table's name or ARN (arn:aws:dynamodb:…:table/…)."),
        };
    }

    private static bool IsName(string name) =>
        name.Length is >= Shortest and <= Longest && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.');
}
