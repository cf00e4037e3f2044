using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>The id of the record.</summary>
public class PutRecordResponse : AmazonWebServiceResponse
{
    public bool? Encrypted { get; set; }

    public string RecordId { get; set; }
}
