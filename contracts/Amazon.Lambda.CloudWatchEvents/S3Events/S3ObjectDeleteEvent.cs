namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>An object was deleted.</summary>
public class S3ObjectDeleteEvent : CloudWatchEvent<S3ObjectDelete>
{
}
