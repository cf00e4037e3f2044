namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>A batch of changes of one shard of a table's stream.</summary>
public class DynamoDBEvent
{
    /// <summary>The changes in the order of their sequence numbers.</summary>
    public IList<DynamodbStreamRecord> Records { get; set; }

    /// <summary>One change with its origin.</summary>
    public class DynamodbStreamRecord
    {
        /// <summary>The stream's ARN.</summary>
        public string EventSourceArn { get; set; }

        /// <summary>The table's region.</summary>
        public string AwsRegion { get; set; }

        /// <summary>The change.</summary>
        public StreamRecord Dynamodb { get; set; }

        /// <summary>The change's unique id.</summary>
        public string EventID { get; set; }

        /// <summary><c>INSERT</c>, <c>MODIFY</c> or <c>REMOVE</c>.</summary>
        public string EventName { get; set; }

        /// <summary>Always <c>aws:dynamodb</c>.</summary>
        public string EventSource { get; set; }

        /// <summary>The version of this format.</summary>
        public string EventVersion { get; set; }

        /// <summary>Set when the service itself removed an expired item.</summary>
        public Identity UserIdentity { get; set; }
    }

    /// <summary>A change of one item.</summary>
    public class StreamRecord
    {
        /// <summary>When the change was made, to the second.</summary>
        public DateTime ApproximateCreationDateTime { get; set; }

        /// <summary>The item's primary key.</summary>
        public Dictionary<string, AttributeValue> Keys { get; set; }

        /// <summary>The item after the change, if the stream has it.</summary>
        public Dictionary<string, AttributeValue> NewImage { get; set; }

        /// <summary>The item before the change, if the stream has it.</summary>
        public Dictionary<string, AttributeValue> OldImage { get; set; }

        /// <summary>The change's place in the shard.</summary>
        public string SequenceNumber { get; set; }

        /// <summary>The record's size in bytes.</summary>
        public long SizeBytes { get; set; }

        /// <summary>Which images the stream has.</summary>
        public string StreamViewType { get; set; }
    }

    /// <summary>Who made the change, for removals by the service.</summary>
    public class Identity
    {
        /// <summary><c>dynamodb.amazonaws.com</c> for expired items.</summary>
        public string PrincipalId { get; set; }

        /// <summary><c>Service</c> for expired items.</summary>
        public string Type { get; set; }
    }

    /// <summary>A typed value; exactly one property is set.</summary>
    public class AttributeValue
    {
        /// <summary>Binary.</summary>
        public MemoryStream B { get; set; }

        /// <summary>True or false.</summary>
        public bool? BOOL { get; set; }

        /// <summary>A set of binaries.</summary>
        public List<MemoryStream> BS { get; set; }

        /// <summary>A list.</summary>
        public List<AttributeValue> L { get; set; }

        /// <summary>A map.</summary>
        public Dictionary<string, AttributeValue> M { get; set; }

        /// <summary>A number as text.</summary>
        public string N { get; set; }

        /// <summary>A set of numbers as texts.</summary>
        public List<string> NS { get; set; }

        /// <summary>True for the null value.</summary>
        public bool? NULL { get; set; }

        /// <summary>Text.</summary>
        public string S { get; set; }

        /// <summary>A set of texts.</summary>
        public List<string> SS { get; set; }
    }
}
