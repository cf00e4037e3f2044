namespace Amazon.Kinesis.Model;

/// <summary>Deletes a stream with its records.</summary>
public class DeleteStreamRequest : AmazonKinesisRequest
{
    public bool? EnforceConsumerDeletion { get; set; }

    public string StreamARN { get; set; }

    public string StreamName { get; set; }
}
