namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>How long a message may be hidden.</summary>
internal static class VisibilityRules
{
    public static void Check(TimeSpan timeout, SqsLimits limits)
    {
        if (timeout < TimeSpan.Zero || timeout > limits.MaximumVisibility)
        {
            throw SqsErrors.InvalidParameterValue(
                "VisibilityTimeout", $"{timeout.TotalSeconds:0}", $"Must be >= 0 and <= {limits.MaximumVisibility.TotalSeconds:0}, if provided.");
        }
    }

    /// <summary>Extending never passes the maximum, counted from the receive.</summary>
    public static void CheckTotal(StoredMessage message, long hiddenUntil, TimeSpan timeout, SqsLimits limits)
    {
        if (hiddenUntil > message.ReceivedAt + limits.MaximumVisibility.Ticks)
        {
            throw SqsErrors.InvalidParameterValue(
                "VisibilityTimeout", $"{timeout.TotalSeconds:0}",
                $"Total VisibilityTimeout for the message is beyond the limit [{limits.MaximumVisibility.TotalSeconds:0} seconds].");
        }
    }
}
