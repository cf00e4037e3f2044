using Patterns.Workflows;

namespace TwoWayChain.Functions;

/// <summary>How the booking of a trip stands, for those who run the agency; the traveller asks for the answer.</summary>
public sealed record BookingState(string Phase, string? Outcome, string? Answer, string? Step, string? Error)
{
    /// <summary>A run of the state machine ends with the saga's outcome as its error, unless all went well.</summary>
    public static BookingState? Of(WorkflowRun? run)
    {
        var outcome = run?.Status == WorkflowStatus.Succeeded ? nameof(WorkflowStatus.Succeeded) : run?.Error;
        return run is null ? null : new BookingState(run.Status.ToString(), outcome, outcome, Step: null, run.Cause);
    }
}
