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
}
