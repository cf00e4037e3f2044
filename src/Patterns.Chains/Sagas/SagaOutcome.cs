namespace Patterns.Sagas;

/// <summary>How a saga ended.</summary>
public enum SagaOutcome
{
    /// <summary>All steps were done.</summary>
    Succeeded,

    /// <summary>A step failed, and those before it were undone.</summary>
    Compensated,

    /// <summary>The saga's time was over before all steps were done, and those that were done were undone.</summary>
    TimedOut,

    /// <summary>A step could not be undone: somebody must look at it.</summary>
    Stuck,
}
