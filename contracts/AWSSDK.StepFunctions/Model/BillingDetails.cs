namespace Amazon.StepFunctions.Model;

/// <summary>What an execution of an Express state machine is billed by.</summary>
public class BillingDetails
{
    public long? BilledDurationInMilliseconds { get; set; }

    public long? BilledMemoryUsedInMB { get; set; }
}
