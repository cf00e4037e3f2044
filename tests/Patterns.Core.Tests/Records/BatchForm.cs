namespace Patterns.Core.Tests.Records;

/// <summary>The ways in which orders reach a function in a batch.</summary>
public enum BatchForm
{
    Sqs,
    SqsFifo,
    NotificationsInSqs,
    NotificationsInSqsFifo,
    Kinesis,
    DynamoDb,
    Sns,
    S3,
}
