namespace Amazon.EventBridge.Model;

/// <summary>How long a target is tried.</summary>
public class RetryPolicy
{
    public int? MaximumEventAgeInSeconds { get; set; }

    public int? MaximumRetryAttempts { get; set; }
}
