namespace Amazon.KinesisFirehose.Model;

/// <summary>Data on its way into a delivery stream.</summary>
public class Record
{
    public MemoryStream Data { get; set; }
}
