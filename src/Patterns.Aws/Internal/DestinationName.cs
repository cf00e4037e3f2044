namespace Patterns.Aws.Internal;

/// <summary>An ARN or a queue URL, taken apart.</summary>
internal sealed record DestinationName(DestinationService Service, string Text, string Name, string? Account, string? Region, string? Url)
{
    private const int ArnParts = 6;

    public bool IsFifo => Name.EndsWith(".fifo", StringComparison.Ordinal);

    /// <exception cref="ArgumentException">The text is neither the ARN of a queue, topic, stream, delivery stream or event bus nor the URL of a queue.</exception>
    public static DestinationName Parse(string arnOrUrl)
    {
        ArgumentNullException.ThrowIfNull(arnOrUrl);
        if (arnOrUrl.StartsWith("arn:", StringComparison.Ordinal))
        {
            return ParseArn(arnOrUrl);
        }

        // https://sqs.<region>.amazonaws.com/<account>/<name>
        if (Uri.TryCreate(arnOrUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url.Segments.Length >= 3)
        {
            return new DestinationName(DestinationService.Sqs, arnOrUrl, url.Segments[^1].Trim('/'), Account: null, RegionOf(url), arnOrUrl);
        }

        throw Unknown(arnOrUrl);
    }

    /// <exception cref="ArgumentException">The text names nothing of <paramref name="service"/>.</exception>
    public static DestinationName Parse(string arnOrUrl, DestinationService service)
    {
        var name = Parse(arnOrUrl);
        return name.Service == service
            ? name
            : throw new ArgumentException($"'{arnOrUrl}' is of the service {name.Service}, but one of {service} was expected.");
    }

    private static DestinationName ParseArn(string arn)
    {
        var parts = arn.Split(':');
        return parts switch
        {
            { Length: ArnParts } when parts[2] == "sqs" && parts[5].Length > 0 => new DestinationName(DestinationService.Sqs, arn, parts[5], parts[4], parts[3], Url: null),
            { Length: ArnParts } when parts[2] == "sns" && parts[5].Length > 0 => new DestinationName(DestinationService.Sns, arn, parts[5], parts[4], parts[3], Url: null),
            { Length: ArnParts } when parts[2] == "kinesis" && parts[5].Split('/') is ["stream", { Length: > 0 } stream] => new DestinationName(DestinationService.Kinesis, arn, stream, parts[4], parts[3], Url: null),
            { Length: ArnParts } when parts[2] == "firehose" && parts[5].Split('/') is ["deliverystream", { Length: > 0 } stream] => new DestinationName(DestinationService.Firehose, arn, stream, parts[4], parts[3], Url: null),
            { Length: ArnParts } when parts[2] == "events" && parts[5].Split('/') is ["event-bus", { Length: > 0 } bus] => new DestinationName(DestinationService.EventBridge, arn, bus, parts[4], parts[3], Url: null),
            _ => throw Unknown(arn),
        };
    }

    /// <summary>The Region in <c>sqs.eu-west-1.amazonaws.com</c>; null for hosts of another form, as local ones.</summary>
    private static string? RegionOf(Uri url) =>
        url.Host.Split('.') is ["sqs", var region, "amazonaws", ..] ? region : null;

    private static ArgumentException Unknown(string arnOrUrl) => new(
        $"'{arnOrUrl}' names no destination. Expected the ARN of an SQS queue (arn:aws:sqs:…), SNS topic (arn:aws:sns:…), Kinesis stream (arn:aws:kinesis:…), delivery stream (arn:aws:firehose:…) or event bus (arn:aws:events:…), or the URL of a queue.");
}
