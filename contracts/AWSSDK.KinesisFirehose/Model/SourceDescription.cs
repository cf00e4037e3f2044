namespace Amazon.KinesisFirehose.Model;

/// <summary>Where the records of a delivery stream come from; null where they are put.</summary>
public class SourceDescription
{
    public KinesisStreamSourceDescription KinesisStreamSourceDescription { get; set; }
}
