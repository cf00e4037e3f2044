namespace Patterns.Periodical;

/// <summary>What became of a tick.</summary>
public enum TickOutcome
{
    /// <summary>Its work is done.</summary>
    Done,

    /// <summary>Its work failed as often as it may, and was given up.</summary>
    Failed,
}
