namespace Patterns.Cqrs;

/// <summary>Others changed the same rows at each of the attempts, or the table failed. The change is to come again.</summary>
public sealed class ProjectionConflictException : Exception
{
    internal ProjectionConflictException(string viewName, string aggregateType, string aggregateId, int attempts, Exception? innerException)
        : base($"View '{viewName}' took no changes of {aggregateType} '{aggregateId}' at {attempts} attempts.", innerException)
    {
        ViewName = viewName;
        AggregateType = aggregateType;
        AggregateId = aggregateId;
    }

    /// <summary>The view.</summary>
    public string ViewName { get; }

    /// <summary>The type of aggregate.</summary>
    public string AggregateType { get; }

    /// <summary>Which one.</summary>
    public string AggregateId { get; }
}
