namespace Patterns.FanOut;

/// <summary>What was decided about a staged transaction.</summary>
public enum StagingOutcome
{
    /// <summary>Every receiver shows the messages, or will once the decision has reached it.</summary>
    Committed,

    /// <summary>No receiver shows them, and none ever will.</summary>
    Aborted,
}
