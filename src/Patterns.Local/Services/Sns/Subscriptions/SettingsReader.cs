using System.Text.Json;
using Patterns.Local.Services.EventPatterns;
using Patterns.Local.Services.Sns.Deliveries;

namespace Patterns.Local.Services.Sns.Subscriptions;

/// <summary>Turns attribute values into settings.</summary>
/// <param name="prefix">What errors say before the attribute: <c>Attributes Reason: </c> when subscribing.</param>
/// <param name="needsFifoDeadLetters">Whether the subscription joins a FIFO topic to a FIFO queue.</param>
internal sealed class SettingsReader(string prefix, bool needsFifoDeadLetters)
{
    public const string WhenSubscribing = "Attributes Reason: ";

    /// <exception cref="AwsException">An attribute is unknown or its value not valid.</exception>
    public SubscriptionSettings Read(SubscriptionSettings settings, IReadOnlyDictionary<string, string> changes)
    {
        foreach (var (name, value) in changes)
        {
            settings = With(settings, name, value);
        }

        return WithFilter(settings);
    }

    private SubscriptionSettings With(SubscriptionSettings settings, string name, string value)
    {
        var values = value.Length == 0 ? settings.Values.Remove(name) : settings.Values.SetItem(name, value);
        return name switch
        {
            SubscriptionAttributes.RawMessageDelivery => settings with { IsRaw = Flag(name, value), Values = settings.Values.SetItem(name, Flag(name, value) ? "true" : "false") },
            SubscriptionAttributes.FilterPolicyScope => settings with { FiltersBody = IsBodyScope(value), Values = values },
            SubscriptionAttributes.FilterPolicy => settings with { Values = values },
            SubscriptionAttributes.RedrivePolicy => settings with { DeadLetterArn = DeadLetterArnOf(value), Values = values },
            SubscriptionAttributes.DeliveryPolicy => settings with { Delivery = DeliveryOf(value), Values = values },
            _ => throw Unknown(name),
        };
    }

    // The policy is read last, because its dialect depends on the scope.
    private SubscriptionSettings WithFilter(SubscriptionSettings settings)
    {
        if (!settings.Values.TryGetValue(SubscriptionAttributes.FilterPolicy, out var policy))
        {
            return settings with { Filter = null };
        }

        try
        {
            var dialect = settings.FiltersBody ? PatternDialect.SnsBody : PatternDialect.SnsAttributes;
            return settings with { Filter = EventPattern.Parse(policy, dialect) };
        }
        catch (EventPatternException error)
        {
            throw SnsErrors.InvalidParameter($"{prefix}{(error.IsNesting ? "" : "FilterPolicy: ")}{error.Describe()}");
        }
    }

    private bool Flag(string name, string value) =>
        value.Equals("true", StringComparison.OrdinalIgnoreCase) || (value.Equals("false", StringComparison.OrdinalIgnoreCase)
            ? false
            : throw SnsErrors.InvalidParameter($"{prefix}{name}: Invalid value [{value}]. Must be true or false."));

    private bool IsBodyScope(string value) => value switch
    {
        SubscriptionAttributes.MessageBodyScope => true,
        SubscriptionAttributes.MessageAttributesScope => false,
        _ => throw SnsErrors.InvalidParameter($"{prefix}FilterPolicyScope: Invalid value [{value}]. Please use either MessageBody or MessageAttributes"),
    };

    private HttpDeliveryPolicy? DeliveryOf(string value) =>
        value.Length == 0 ? null : HttpDeliveryPolicy.ParseForSubscription(prefix, value);

    private string? DeadLetterArnOf(string value)
    {
        if (value.Length == 0)
        {
            return null;
        }

        var arn = ReadDeadLetterArn(value);
        if (arn is null || !SnsArn.IsOf(arn, "sqs"))
        {
            throw SnsErrors.InvalidParameter($"{prefix}RedrivePolicy: deadLetterTargetArn is an invalid arn");
        }

        return !needsFifoDeadLetters || SnsArn.IsFifo(arn)
            ? arn
            : throw SnsErrors.InvalidParameter($"{prefix}RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.");
    }

    private string? ReadDeadLetterArn(string json)
    {
        try
        {
            var policy = JsonElement.Parse(json);
            return policy.ValueKind == JsonValueKind.Object
                && policy.TryGetProperty("deadLetterTargetArn", out var arn)
                && arn.ValueKind == JsonValueKind.String ? arn.GetString() : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw SnsErrors.InvalidParameter($"{prefix}RedrivePolicy: failed to parse JSON. {error.Message}");
        }
    }

    private AwsException Unknown(string name)
    {
        if (SubscriptionAttributes.IsNotEmulated(name))
        {
            return SnsErrors.InvalidParameter($"{prefix}{name} is not emulated here");
        }

        return prefix.Length == 0
            ? SnsErrors.InvalidParameter("AttributeName")
            : SnsErrors.InvalidParameter($"{prefix}Unknown attribute {name}");
    }
}
