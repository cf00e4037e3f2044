namespace Patterns.Sagas;

/// <summary>Where a saga is.</summary>
public enum SagaPhase
{
    /// <summary>Its steps are being done.</summary>
    Running,

    /// <summary>Its steps are being undone, the last one first.</summary>
    Undoing,

    /// <summary>A step could not be undone. It waits for <see cref="SagaLog{TState}.ResumeAsync"/>.</summary>
    Stuck,

    /// <summary>It has ended.</summary>
    Ended,
}
