namespace Amazon.Kinesis.Model;

/// <summary>The sequence numbers of a shard; an open shard has no ending.</summary>
public class SequenceNumberRange
{
    public string EndingSequenceNumber { get; set; }

    public string StartingSequenceNumber { get; set; }
}
