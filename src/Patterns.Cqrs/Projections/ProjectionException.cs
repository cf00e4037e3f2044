namespace Patterns.Cqrs;

/// <summary>
/// A change cannot come into a view, however often it is tried: the projection failed, or the change or one before it cannot be read. The view
/// keeps what it has of the aggregate, and the next change after a correction brings in all that is missing.
/// </summary>
public sealed class ProjectionException : NonRetryableException
{
    internal ProjectionException(string viewName, string aggregateType, string aggregateId, long version, string reason, Exception? innerException = null)
        : base($"View '{viewName}' stays without version {version} of {aggregateType} '{aggregateId}' and what follows it: {reason}", innerException)
    {
        ViewName = viewName;
        AggregateType = aggregateType;
        AggregateId = aggregateId;
        Version = version;
    }

    /// <summary>The view.</summary>
    public string ViewName { get; }

    /// <summary>The type of aggregate.</summary>
    public string AggregateType { get; }

    /// <summary>Which one.</summary>
    public string AggregateId { get; }

    /// <summary>The version of the first change that is not in the view.</summary>
    public long Version { get; }
}
