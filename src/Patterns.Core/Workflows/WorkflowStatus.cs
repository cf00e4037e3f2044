namespace Patterns.Workflows;

/// <summary>How far a run is.</summary>
public enum WorkflowStatus
{
    /// <summary>It goes on, or waits for something.</summary>
    Running,

    /// <summary>It ended well, with an output.</summary>
    Succeeded,

    /// <summary>It ended with an error.</summary>
    Failed,

    /// <summary>It took longer than the workflow allows as a whole.</summary>
    TimedOut,

    /// <summary>Somebody stopped it.</summary>
    Aborted,
}
