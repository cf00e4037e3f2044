using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Patterns.Aws.Internal;
using Patterns.Aws.Sns;
using Patterns.Aws.Sqs;
using Patterns.Outbound;

namespace Patterns.Aws;

/// <summary>Makes destinations from the ARN or URL that a function has in its environment.</summary>
/// <remarks>
/// The credentials and the Region come from the environment, as everywhere in the AWS SDK. One client serves all destinations
/// of a service. The function's role needs the send permission of the service; for a queue given by its ARN also
/// <c>sqs:GetQueueUrl</c>.
/// </remarks>
public static class Destination
{
    private static readonly Lazy<IAmazonSQS> SqsClient = new(() => new AmazonSQSClient());
    private static readonly Lazy<IAmazonSimpleNotificationService> SnsClient = new(() => new AmazonSimpleNotificationServiceClient());

    /// <summary>The queue or topic that <paramref name="arnOrUrl"/> names; a name that ends in <c>.fifo</c> makes it ordered.</summary>
    /// <exception cref="ArgumentException">It is neither the ARN of a queue or topic nor the URL of a queue.</exception>
    public static IDestination From(string arnOrUrl)
    {
        var name = DestinationName.Parse(arnOrUrl);
        return name.Service switch
        {
            DestinationService.Sns => new SnsDestination(SnsClient.Value, name),
            _ => new SqsDestination(SqsClient.Value, name),
        };
    }

    /// <summary>A queue, through a client of your own.</summary>
    /// <param name="client">The client.</param>
    /// <param name="arnOrUrl">The queue's ARN or URL.</param>
    /// <exception cref="ArgumentException">It is neither the ARN nor the URL of a queue.</exception>
    public static IDestination Queue(IAmazonSQS client, string arnOrUrl)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new SqsDestination(client, DestinationName.Parse(arnOrUrl, DestinationService.Sqs));
    }

    /// <summary>A topic, through a client of your own.</summary>
    /// <param name="client">The client.</param>
    /// <param name="arn">The topic's ARN.</param>
    /// <exception cref="ArgumentException">It is not the ARN of a topic.</exception>
    public static IDestination Topic(IAmazonSimpleNotificationService client, string arn)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new SnsDestination(client, DestinationName.Parse(arn, DestinationService.Sns));
    }
}
