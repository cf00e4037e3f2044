namespace Patterns;

/// <summary>The kinds of event source that the engine tells apart, because what is right after a failure depends on them.</summary>
public enum SourceKind
{
    /// <summary>A payload that is the message itself: a direct or asynchronous invocation, or a scheduler's own input.</summary>
    Direct,

    /// <summary>A standard SQS queue: records are independent, failed ones are reported by id.</summary>
    Sqs,

    /// <summary>A FIFO SQS queue: records run in order inside their message group; a failure returns the rest of its group.</summary>
    SqsFifo,

    /// <summary>An SNS topic that invokes the function directly: a failure fails the invocation, and the service retries it.</summary>
    Sns,

    /// <summary>A Kinesis stream: records run in order per partition key; the lowest unfinished sequence number is reported.</summary>
    Kinesis,

    /// <summary>A DynamoDB stream: records run in order per partition key; the lowest unfinished sequence number is reported.</summary>
    DynamoDb,

    /// <summary>An EventBridge bus: a failure fails the invocation, and the service retries it.</summary>
    EventBridge,

    /// <summary>An EventBridge rule on a schedule: the event is the tick.</summary>
    Schedule,

    /// <summary>An S3 notification: a failure fails the invocation, and the service retries it.</summary>
    S3,
}
