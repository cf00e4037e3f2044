namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>What a schedule rule sends.</summary>
public class ScheduledEvent : CloudWatchEvent<Detail>
{
}
