namespace Patterns.Local.Services.DynamoDb.Expressions.Paths;

/// <summary>The top-level attributes of paths, each once.</summary>
internal static class PathRoots
{
    public static IReadOnlyCollection<string> Of(IReadOnlyList<DocumentPath> paths) => Collect(paths, onlyNested: false);

    /// <summary>Those into which a path goes.</summary>
    public static IReadOnlyCollection<string> OfNested(IReadOnlyList<DocumentPath> paths) => Collect(paths, onlyNested: true);

    private static List<string> Collect(IReadOnlyList<DocumentPath> paths, bool onlyNested)
    {
        var roots = new List<string>(paths.Count);
        foreach (var path in paths)
        {
            if ((path.IsNested || !onlyNested) && !roots.Contains(path.Root))
            {
                roots.Add(path.Root);
            }
        }

        return roots;
    }
}
