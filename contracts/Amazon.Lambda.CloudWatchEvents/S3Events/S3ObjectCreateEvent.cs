namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>An object was created.</summary>
public class S3ObjectCreateEvent : CloudWatchEvent<S3ObjectCreate>
{
}
