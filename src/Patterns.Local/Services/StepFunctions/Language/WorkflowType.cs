namespace Patterns.Local.Services.StepFunctions.Language;

/// <summary>The type of a state machine, which decides on what its definition may contain.</summary>
internal enum WorkflowType
{
    Standard,

    /// <summary>No <c>.sync</c> and no <c>.waitForTaskToken</c>.</summary>
    Express,
}
