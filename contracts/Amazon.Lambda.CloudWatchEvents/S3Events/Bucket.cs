namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>The bucket of an object event.</summary>
public class Bucket
{
    /// <summary>The bucket's name.</summary>
    public string Name { get; set; }
}
