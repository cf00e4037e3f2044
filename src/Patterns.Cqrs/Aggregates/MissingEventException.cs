namespace Patterns.Cqrs;

/// <summary>The items of an aggregate do not fit together: somebody deleted some, or restored a part of the table only.</summary>
public sealed class MissingEventException : Exception
{
    internal MissingEventException(string aggregateType, string aggregateId, long version, string reason)
        : base($"{aggregateType} '{aggregateId}' at version {version}: {reason}.")
    {
        AggregateType = aggregateType;
        AggregateId = aggregateId;
        Version = version;
    }

    /// <summary>The kind of aggregate.</summary>
    public string AggregateType { get; }

    /// <summary>Which one.</summary>
    public string AggregateId { get; }

    /// <summary>The version of the event that is missing, or of the head that is behind.</summary>
    public long Version { get; }
}
