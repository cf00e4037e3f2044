namespace Amazon.Lambda.SNSEvents;

/// <summary>What a topic delivers to a function.</summary>
public class SNSEvent
{
    /// <summary>The notifications; the service sends one at a time.</summary>
    public IList<SNSRecord> Records { get; set; }

    /// <summary>One notification with its origin.</summary>
    public class SNSRecord
    {
        /// <summary>Always <c>aws:sns</c>.</summary>
        public string EventSource { get; set; }

        /// <summary>The subscription that delivers.</summary>
        public string EventSubscriptionArn { get; set; }

        /// <summary>The version of this format.</summary>
        public string EventVersion { get; set; }

        /// <summary>The notification.</summary>
        public SNSMessage Sns { get; set; }
    }

    /// <summary>A published message.</summary>
    public class SNSMessage
    {
        /// <summary>The message's text.</summary>
        public string Message { get; set; }

        /// <summary>What the publisher attached.</summary>
        public IDictionary<string, MessageAttribute> MessageAttributes { get; set; }

        /// <summary>The id that the topic gave the message.</summary>
        public string MessageId { get; set; }

        /// <summary>The signature in base64.</summary>
        public string Signature { get; set; }

        /// <summary>The version of the signature.</summary>
        public string SignatureVersion { get; set; }

        /// <summary>Where the signing certificate is.</summary>
        public string SigningCertUrl { get; set; }

        /// <summary>The subject, or null.</summary>
        public string Subject { get; set; }

        /// <summary>When the message was published.</summary>
        public DateTime Timestamp { get; set; }

        /// <summary>The topic's ARN.</summary>
        public string TopicArn { get; set; }

        /// <summary><c>Notification</c> for published messages.</summary>
        public string Type { get; set; }

        /// <summary>Where to end the subscription.</summary>
        public string UnsubscribeUrl { get; set; }
    }

    /// <summary>A value that the publisher attached to a message.</summary>
    public class MessageAttribute
    {
        /// <summary><c>String</c>, <c>String.Array</c>, <c>Number</c> or <c>Binary</c>.</summary>
        public string Type { get; set; }

        /// <summary>The value as text; base64 for binary values.</summary>
        public string Value { get; set; }
    }
}
