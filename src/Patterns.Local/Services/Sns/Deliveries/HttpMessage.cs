namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>A request to a web endpoint.</summary>
internal sealed record HttpMessage(Uri Endpoint, string Type, string MessageId, string TopicArn, Lazy<string> Body)
{
    /// <summary>Null while the subscription awaits confirmation.</summary>
    public string? SubscriptionArn { get; init; }

    public bool IsRaw { get; init; }

    public string? ContentType { get; init; }
}
