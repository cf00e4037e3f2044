namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>An object was restored from an archive.</summary>
public class S3ObjectRestoreEvent : CloudWatchEvent<S3ObjectRestore>
{
}
