namespace Amazon.EventBridge.Model;

/// <summary>Where the events of a rule go.</summary>
public class Target
{
    public string Arn { get; set; }

    public DeadLetterConfig DeadLetterConfig { get; set; }

    public string Id { get; set; }

    public string Input { get; set; }

    public string InputPath { get; set; }

    public InputTransformer InputTransformer { get; set; }

    public KinesisParameters KinesisParameters { get; set; }

    public RetryPolicy RetryPolicy { get; set; }

    public string RoleArn { get; set; }

    public SqsParameters SqsParameters { get; set; }
}
