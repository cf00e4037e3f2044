namespace Patterns.Cqrs;

/// <summary>Events or a state do not fit into what a table takes. Nothing was written, and asking again does not help.</summary>
public sealed class AppendTooLargeException : NonRetryableException
{
    internal AppendTooLargeException(string aggregateType, string aggregateId, string reason)
        : base($"{aggregateType} '{aggregateId}': {reason}")
    {
        AggregateType = aggregateType;
        AggregateId = aggregateId;
    }

    /// <summary>The kind of aggregate.</summary>
    public string AggregateType { get; }

    /// <summary>Which one.</summary>
    public string AggregateId { get; }
}
