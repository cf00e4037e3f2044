namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>Parses projections: paths with commas between them.</summary>
internal static class ProjectionParser
{
    public static PathSyntax[] Parse(string text, ExpressionErrors errors)
    {
        var reader = new ExpressionReader(text, errors);
        var paths = new List<PathSyntax>(4);
        do
        {
            paths.Add(reader.ReadPath());
        }
        while (reader.TryTake(TokenKind.Comma));

        reader.Finish();
        var check = new TextCheck(errors);
        paths.ForEach(check.CheckPath);
        return [.. paths];
    }
}
