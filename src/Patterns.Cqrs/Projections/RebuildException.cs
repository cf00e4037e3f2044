namespace Patterns.Cqrs;

/// <summary>
/// Changes of some aggregates cannot come into a version of a view; those of all others have, unless there are more than 100 in a shard of the aggregates. The version does not become live: correct its projection and go
/// on, or say that the rebuild is to do without these aggregates.
/// </summary>
public sealed class RebuildException : Exception
{
    private const int MostNamed = 10;

    internal RebuildException(string viewName, int version, IReadOnlyList<string> aggregateIds, Exception? innerException)
        : base($"{aggregateIds.Count} aggregates cannot come into version {version} of view '{viewName}': {Named(aggregateIds)}.", innerException)
    {
        ViewName = viewName;
        Version = version;
        AggregateIds = aggregateIds;
    }

    /// <summary>The view.</summary>
    public string ViewName { get; }

    /// <summary>The version of its projection.</summary>
    public int Version { get; }

    /// <summary>Which ones.</summary>
    public IReadOnlyList<string> AggregateIds { get; }

    private static string Named(IReadOnlyList<string> ids) =>
        string.Join(", ", ids.Take(MostNamed).Select(id => $"'{id}'")) + (ids.Count > MostNamed ? ", …" : "");
}
