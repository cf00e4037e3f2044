namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>How long to wait between attempts to deliver one message.</summary>
internal interface IRetrySchedule
{
    /// <summary>The wait after so many failed attempts; null when the message is given up.</summary>
    TimeSpan? DelayAfter(int failures);
}
