namespace Patterns.Aws.Internal;

internal enum DestinationService
{
    Sqs,
    Sns,
    EventBridge,
    Kinesis,
    Firehose,
}
