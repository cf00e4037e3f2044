namespace Patterns.Cqrs;

/// <summary>Others changed the aggregate at each of the attempts. Nothing was written; later it may succeed.</summary>
public sealed class AggregateConflictException : Exception
{
    internal AggregateConflictException(string aggregateType, string aggregateId, int attempts, Exception? innerException)
        : base($"{aggregateType} '{aggregateId}' was changed by others at each of {attempts} attempts.", innerException)
    {
        AggregateType = aggregateType;
        AggregateId = aggregateId;
        Attempts = attempts;
    }

    /// <summary>The kind of aggregate.</summary>
    public string AggregateType { get; }

    /// <summary>Which one.</summary>
    public string AggregateId { get; }

    /// <summary>How many attempts there were.</summary>
    public int Attempts { get; }
}
