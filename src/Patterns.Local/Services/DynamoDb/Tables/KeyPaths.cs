namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Refuses paths into key attributes, which are scalars: a condition on such a path would always or never hold.</summary>
internal static class KeyPaths
{
    /// <param name="table">The table.</param>
    /// <param name="nestedRoots">The attributes into whose maps or lists an expression goes; null for no expression.</param>
    /// <exception cref="AwsException">One of them is a key of the table or of an index.</exception>
    public static void Check(Table table, IReadOnlyCollection<string>? nestedRoots)
    {
        if (nestedRoots is not { Count: > 0 })
        {
            return;
        }

        Check(table.Key, nestedRoots, "Key");
        foreach (var index in table.Settings.Indexes)
        {
            Check(index.Key, nestedRoots, "IndexKey");
        }
    }

    private static void Check(KeySchema key, IReadOnlyCollection<string> nestedRoots, string kind)
    {
        foreach (var name in key.Names)
        {
            if (nestedRoots.Contains(name))
            {
                throw DynamoDbErrors.Validation(
                    $"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: {kind}: {name}");
            }
        }
    }
}
