namespace Amazon.Kinesis.Model;

/// <summary>Who sets the number of shards.</summary>
public class StreamModeDetails
{
    public StreamMode StreamMode { get; set; }
}
