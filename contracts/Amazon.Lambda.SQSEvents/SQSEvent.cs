namespace Amazon.Lambda.SQSEvents;

/// <summary>A batch of messages from one queue.</summary>
public class SQSEvent
{
    /// <summary>The messages.</summary>
    public List<SQSMessage> Records { get; set; }

    /// <summary>A value that the sender attached to a message.</summary>
    public class MessageAttribute
    {
        /// <summary>The value of a string or number.</summary>
        public string StringValue { get; set; }

        /// <summary>The value of a binary attribute.</summary>
        public MemoryStream BinaryValue { get; set; }

        /// <summary>Not used by the service.</summary>
        public List<string> StringListValues { get; set; }

        /// <summary>Not used by the service.</summary>
        public List<MemoryStream> BinaryListValues { get; set; }

        /// <summary><c>String</c>, <c>Number</c> or <c>Binary</c>, with an optional custom suffix.</summary>
        public string DataType { get; set; }
    }

    /// <summary>One message as received from the queue.</summary>
    public class SQSMessage
    {
        /// <summary>The id that the queue gave the message.</summary>
        public string MessageId { get; set; }

        /// <summary>The handle of this receipt.</summary>
        public string ReceiptHandle { get; set; }

        /// <summary>The message's text.</summary>
        public string Body { get; set; }

        /// <summary>The MD5 digest of the body.</summary>
        public string Md5OfBody { get; set; }

        /// <summary>The MD5 digest of the attributes, or null without any.</summary>
        public string Md5OfMessageAttributes { get; set; }

        /// <summary>The queue's ARN.</summary>
        public string EventSourceArn { get; set; }

        /// <summary>Always <c>aws:sqs</c>.</summary>
        public string EventSource { get; set; }

        /// <summary>The queue's region.</summary>
        public string AwsRegion { get; set; }

        /// <summary>What the queue knows of the message, such as <c>ApproximateReceiveCount</c>.</summary>
        public Dictionary<string, string> Attributes { get; set; }

        /// <summary>What the sender attached.</summary>
        public Dictionary<string, MessageAttribute> MessageAttributes { get; set; }
    }
}
