namespace Patterns.Local.Services.DynamoDb.Expressions.Paths;

/// <summary>Refuses paths of which one is in another, or that take one value for a map and for a list.</summary>
internal static class PathOverlaps
{
    private enum Relation
    {
        Apart,
        Overlap,
        Conflict,
    }

    public static void Check(IReadOnlyList<DocumentPath> paths, ExpressionErrors errors)
    {
        AwsException? conflict = null;
        for (var i = 1; i < paths.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                switch (Compare(paths[j].Steps, paths[i].Steps))
                {
                    case Relation.Overlap:
                        throw errors.Overlap(paths[j], paths[i]);
                    case Relation.Conflict:
                        conflict ??= errors.Conflict(paths[j], paths[i]);
                        break;
                }
            }
        }

        if (conflict is not null)
        {
            throw conflict;
        }
    }

    private static Relation Compare(PathStep[] first, PathStep[] second)
    {
        for (var i = 0; i < first.Length && i < second.Length; i++)
        {
            if (first[i] != second[i])
            {
                return first[i].IsName == second[i].IsName ? Relation.Apart : Relation.Conflict;
            }
        }

        return Relation.Overlap;
    }
}
