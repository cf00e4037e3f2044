namespace Amazon.Kinesis.Model;

/// <summary>Gives a stream a number of shards of the same size.</summary>
public class UpdateShardCountRequest : AmazonKinesisRequest
{
    public ScalingType ScalingType { get; set; }

    public string StreamARN { get; set; }

    public string StreamName { get; set; }

    public int? TargetShardCount { get; set; }
}
