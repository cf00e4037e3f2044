namespace Amazon.Lambda.KinesisEvents;

/// <summary>A batch of records of one shard.</summary>
public class KinesisEvent
{
    /// <summary>The records in the order of their sequence numbers.</summary>
    public IList<KinesisEventRecord> Records { get; set; }

    /// <summary>A record of the stream.</summary>
    public class Record : Amazon.Kinesis.Model.Record
    {
        /// <summary>The version of this part of the format.</summary>
        public string KinesisSchemaVersion { get; set; }
    }

    /// <summary>One record with its origin.</summary>
    public class KinesisEventRecord
    {
        /// <summary>The stream's region.</summary>
        public string AwsRegion { get; set; }

        /// <summary>Shard and sequence number, joined by a colon.</summary>
        public string EventId { get; set; }

        /// <summary>Always <c>aws:kinesis:record</c>.</summary>
        public string EventName { get; set; }

        /// <summary>Always <c>aws:kinesis</c>.</summary>
        public string EventSource { get; set; }

        /// <summary>The ARN of the stream or of its consumer.</summary>
        public string EventSourceARN { get; set; }

        /// <summary>The version of this format.</summary>
        public string EventVersion { get; set; }

        /// <summary>The role that the function runs under.</summary>
        public string InvokeIdentityArn { get; set; }

        /// <summary>The record.</summary>
        public Record Kinesis { get; set; }
    }
}
