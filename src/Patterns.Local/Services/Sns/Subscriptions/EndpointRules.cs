using System.Net;
using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Subscriptions;

/// <summary>What a topic demands of a subscription's endpoint.</summary>
internal static class EndpointRules
{
    /// <exception cref="AwsException">The endpoint does not go with the protocol or the topic.</exception>
    public static void Check(SnsTopic topic, string protocol, string? endpoint)
    {
        if (string.IsNullOrEmpty(endpoint))
        {
            throw SnsErrors.Missing("Endpoint");
        }

        if (topic.IsFifo && protocol != SnsProtocol.Sqs)
        {
            throw SnsErrors.InvalidParameter("Protocol", "only SQS queues can be subscribed to FIFO topics");
        }

        switch (protocol)
        {
            case SnsProtocol.Sqs:
                CheckQueue(topic, endpoint);
                break;
            case SnsProtocol.Lambda when !SnsArn.IsOf(endpoint, "lambda"):
                throw SnsErrors.InvalidParameter("Lambda endpoint ARN");
            case SnsProtocol.Http or SnsProtocol.Https:
                CheckUrl(protocol, endpoint);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether a host can only be this machine.</summary>
    public static bool IsLoopback(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address)
        ? IPAddress.IsLoopback(address)
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static void CheckQueue(SnsTopic topic, string endpoint)
    {
        if (!SnsArn.IsOf(endpoint, "sqs"))
        {
            throw SnsErrors.InvalidParameter("SQS endpoint ARN");
        }

        if (SnsArn.IsFifo(endpoint) && !topic.IsFifo)
        {
            throw SnsErrors.InvalidParameter("Invalid parameter: Endpoint", "FIFO SQS Queues can not be subscribed to standard SNS topics");
        }
    }

    private static void CheckUrl(string protocol, string endpoint)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var url) || url.Scheme != protocol)
        {
            throw SnsErrors.InvalidParameter("Endpoint must match the specified protocol");
        }

        if (!IsLoopback(url.Host))
        {
            throw SnsErrors.InvalidParameter("Endpoint", $"only loopback addresses are called from here, and {url.Host} is none");
        }
    }
}
