namespace Patterns.Limits;

/// <summary>The limits of the services that outbound messages are packed by. Sizes are in bytes.</summary>
public static class ServiceLimits
{
    /// <summary>Entries in one SQS batch request: 10.</summary>
    /// <remarks>Source: docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html, November 2026.</remarks>
    public const int SqsBatchEntries = 10;

    /// <summary>Body and attributes of one SQS message: 1 MiB.</summary>
    /// <remarks>
    /// Source: docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html, November 2026.
    /// A queue may have been created with a smaller <c>MaximumMessageSize</c>.
    /// </remarks>
    public const int SqsMessageBytes = 1_048_576;

    /// <summary>All messages of one SQS batch request together: 1 MiB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html, November 2026.</remarks>
    public const int SqsBatchBytes = 1_048_576;

    /// <summary>Attributes of one SQS message: 10.</summary>
    /// <remarks>
    /// Source: docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html, November 2026.
    /// </remarks>
    public const int SqsMessageAttributes = 10;

    /// <summary>Entries in one SNS batch request: 10.</summary>
    /// <remarks>Source: docs.aws.amazon.com/sns/latest/dg/sns-batch-api-actions.html, November 2026.</remarks>
    public const int SnsBatchEntries = 10;

    /// <summary>Body and attributes of one SNS message: 256 KiB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/general/latest/gr/sns.html, November 2026.</remarks>
    public const int SnsMessageBytes = 262_144;

    /// <summary>All messages of one SNS batch request together: 256 KiB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/sns/latest/dg/sns-batch-api-actions.html, November 2026.</remarks>
    public const int SnsBatchBytes = 262_144;

    /// <summary>Attributes of one SNS message that still reach an SQS queue by raw delivery: 10.</summary>
    /// <remarks>Source: docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html, November 2026.</remarks>
    public const int SnsMessageAttributes = 10;

    /// <summary>Events in one EventBridge PutEvents: 10.</summary>
    /// <remarks>Source: docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html, November 2026.</remarks>
    public const int EventBridgeBatchEntries = 10;

    /// <summary>All events of one EventBridge PutEvents together: 1 MiB, and so at most one event.</summary>
    /// <remarks>
    /// Source: aws.amazon.com/blogs/compute/more-room-to-build-serverless-services-now-support-payloads-up-to-1-mb, January 2026; 256 KB before.
    /// </remarks>
    public const int EventBridgeBatchBytes = 1_048_576;

    /// <summary>Records in one Kinesis PutRecords: 500.</summary>
    /// <remarks>Source: docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html, November 2026.</remarks>
    public const int KinesisBatchEntries = 500;

    /// <summary>Data and partition key of one Kinesis record: 1 MiB.</summary>
    /// <remarks>
    /// Source: docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateMaxRecordSize.html, November 2026. A stream may take up to 10 MiB.
    /// </remarks>
    public const int KinesisRecordBytes = 1_048_576;

    /// <summary>All records of one Kinesis PutRecords together, with their partition keys: 10 MiB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html, November 2026.</remarks>
    public const int KinesisBatchBytes = 10_485_760;

    /// <summary>Records in one Firehose PutRecordBatch: 500.</summary>
    /// <remarks>Source: docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html, November 2026.</remarks>
    public const int FirehoseBatchEntries = 500;

    /// <summary>The data of one Firehose record, before it is Base64: 1,000 KiB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/firehose/latest/dev/limits.html, November 2026.</remarks>
    public const int FirehoseRecordBytes = 1_024_000;

    /// <summary>All records of one Firehose PutRecordBatch together, before they are Base64: 4 MiB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html, November 2026.</remarks>
    public const int FirehoseBatchBytes = 4_194_304;

    /// <summary>One DynamoDB item, names and values: 400 KiB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html, November 2026.</remarks>
    public const int DynamoDbItemBytes = 409_600;

    /// <summary>Actions in one DynamoDB transaction: 100.</summary>
    /// <remarks>Source: docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html, November 2026.</remarks>
    public const int DynamoDbTransactionActions = 100;

    /// <summary>All items of one DynamoDB transaction together: 4 MiB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html, November 2026.</remarks>
    public const int DynamoDbTransactionBytes = 4_194_304;

    /// <summary>Keys in one DynamoDB batch read: 100.</summary>
    /// <remarks>Source: docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html, November 2026.</remarks>
    public const int DynamoDbBatchGetKeys = 100;

    /// <summary>Puts and deletes in one DynamoDB batch write: 25.</summary>
    /// <remarks>Source: docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html, November 2026.</remarks>
    public const int DynamoDbBatchWriteItems = 25;

    /// <summary>Input or output of one Step Functions execution, state or task: 256 KiB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html, November 2026.</remarks>
    public const int StepFunctionsPayloadBytes = 262_144;

    /// <summary>One message to or from a client of a WebSocket API: 128 KiB, in frames of at most 32 KiB.</summary>
    /// <remarks>
    /// Source: docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html, November 2026.
    /// </remarks>
    public const int WebSocketMessageBytes = 131_072;
}
