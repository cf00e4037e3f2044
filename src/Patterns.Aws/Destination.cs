using Amazon.EventBridge;
using Amazon.Kinesis;
using Amazon.KinesisFirehose;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Patterns.Aws.EventBridge;
using Patterns.Aws.Firehose;
using Patterns.Aws.Internal;
using Patterns.Aws.Kinesis;
using Patterns.Aws.Sns;
using Patterns.Aws.Sqs;
using Patterns.Outbound;

namespace Patterns.Aws;

/// <summary>Makes destinations from the ARN or URL that a function has in its environment.</summary>
/// <remarks>
/// The credentials come from the environment, as everywhere in the AWS SDK, and the Region from the ARN or URL. One client serves
/// all destinations of a service and Region. The function's role needs the send permission of the service; for a queue given by its ARN also
/// <c>sqs:GetQueueUrl</c>.
/// </remarks>
public static class Destination
{
    private static readonly RegionalClients<IAmazonSQS> SqsClients = new(
        static () => new AmazonSQSClient(),
        static region => new AmazonSQSClient(region));

    private static readonly RegionalClients<IAmazonSimpleNotificationService> SnsClients = new(
        static () => new AmazonSimpleNotificationServiceClient(),
        static region => new AmazonSimpleNotificationServiceClient(region));

    private static readonly RegionalClients<IAmazonEventBridge> EventBridgeClients = new(
        static () => new AmazonEventBridgeClient(),
        static region => new AmazonEventBridgeClient(region));

    private static readonly RegionalClients<IAmazonKinesis> KinesisClients = new(
        static () => new AmazonKinesisClient(),
        static region => new AmazonKinesisClient(region));

    private static readonly RegionalClients<IAmazonKinesisFirehose> FirehoseClients = new(
        static () => new AmazonKinesisFirehoseClient(),
        static region => new AmazonKinesisFirehoseClient(region));

    /// <summary>The queue, topic, stream, delivery stream or event bus that <paramref name="arnOrUrl"/> names; Kinesis streams are ordered, and queues and topics whose name ends in <c>.fifo</c>.</summary>
    /// <exception cref="ArgumentException">It is neither the ARN of a queue, topic, stream, delivery stream or event bus nor the URL of a queue.</exception>
    public static IDestination From(string arnOrUrl)
    {
        var name = DestinationName.Parse(arnOrUrl);
        return name.Service switch
        {
            DestinationService.Sns => new SnsDestination(SnsClients.For(name.Region), name),
            DestinationService.EventBridge => new EventBridgeDestination(EventBridgeClients.For(name.Region), name),
            DestinationService.Kinesis => new KinesisDestination(KinesisClients.For(name.Region), name),
            DestinationService.Firehose => new FirehoseDestination(FirehoseClients.For(name.Region), name, new()),
            _ => new SqsDestination(SqsClients.For(name.Region), name),
        };
    }

    /// <summary>A queue, through a client of your own.</summary>
    /// <param name="client">The client.</param>
    /// <param name="arnOrUrl">The queue's ARN or URL.</param>
    /// <exception cref="ArgumentException">It is neither the ARN nor the URL of a queue, or one of another Region than the client's.</exception>
    public static IDestination Queue(IAmazonSQS client, string arnOrUrl)
    {
        ArgumentNullException.ThrowIfNull(client);
        var name = DestinationName.Parse(arnOrUrl, DestinationService.Sqs);
        ClientRegion.Check(client.Config, name);
        return new SqsDestination(client, name);
    }

    /// <summary>A topic, through a client of your own.</summary>
    /// <param name="client">The client.</param>
    /// <param name="arn">The topic's ARN.</param>
    /// <exception cref="ArgumentException">It is not the ARN of a topic, or one of another Region than the client's.</exception>
    public static IDestination Topic(IAmazonSimpleNotificationService client, string arn)
    {
        ArgumentNullException.ThrowIfNull(client);
        var name = DestinationName.Parse(arn, DestinationService.Sns);
        ClientRegion.Check(client.Config, name);
        return new SnsDestination(client, name);
    }

    /// <summary>An event bus, through a client of your own.</summary>
    /// <param name="client">The client.</param>
    /// <param name="arn">The bus's ARN.</param>
    /// <remarks>
    /// The envelope's type is the detail type, and its source the source; without them they are <c>message</c> and <c>patterns</c>. The
    /// detail is a structured CloudEvent: rules look at the message below <c>detail.data</c>, and a record handler unwraps it. The
    /// service takes events for a bus that does not exist without a word.
    /// </remarks>
    /// <exception cref="ArgumentException">It is not the ARN of a bus, or one of another Region than the client's.</exception>
    public static IDestination Bus(IAmazonEventBridge client, string arn)
    {
        ArgumentNullException.ThrowIfNull(client);
        var name = DestinationName.Parse(arn, DestinationService.EventBridge);
        ClientRegion.Check(client.Config, name);
        return new EventBridgeDestination(client, name);
    }

    /// <summary>A Kinesis stream, through a client of your own.</summary>
    /// <param name="client">The client.</param>
    /// <param name="arn">The stream's ARN.</param>
    /// <remarks>
    /// The partition key is the envelope's key, or its id where it has none; one above 256 characters is replaced by its SHA-256. The
    /// record is a structured CloudEvent. A stream that takes records above 1 MiB gets none above it from here.
    /// </remarks>
    /// <exception cref="ArgumentException">It is not the ARN of a stream, or one of another Region than the client's.</exception>
    public static IDestination Stream(IAmazonKinesis client, string arn)
    {
        ArgumentNullException.ThrowIfNull(client);
        var name = DestinationName.Parse(arn, DestinationService.Kinesis);
        ClientRegion.Check(client.Config, name);
        return new KinesisDestination(client, name);
    }

    /// <summary>A delivery stream of Firehose, through a client of your own.</summary>
    /// <param name="client">The client.</param>
    /// <param name="arn">The delivery stream's ARN.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <remarks>
    /// The record is a structured CloudEvent, so that a transformation function finds the message in its <c>data</c>. Firehose promises no
    /// order, and may deliver a record twice: the file then has two lines with the same id. A delivery stream that reads a Kinesis
    /// stream takes nothing, and refuses for good.
    /// </remarks>
    /// <exception cref="ArgumentException">It is not the ARN of a delivery stream, or one of another Region than the client's.</exception>
    public static IDestination DeliveryStream(IAmazonKinesisFirehose client, string arn, FirehoseDestinationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var name = DestinationName.Parse(arn, DestinationService.Firehose);
        ClientRegion.Check(client.Config, name);
        return new FirehoseDestination(client, name, options ?? new());
    }
}
