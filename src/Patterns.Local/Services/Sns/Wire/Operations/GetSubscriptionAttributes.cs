using Patterns.Local.Services.Sns.Subscriptions;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class GetSubscriptionAttributes : ISnsOperation
{
    public string Name => "GetSubscriptionAttributes";

    public void Execute(SnsCall call)
    {
        var subscription = call.Sns.Subscriptions.Get(call.Form["SubscriptionArn"]);
        call.Answer.Attributes([.. Computed(subscription), .. Stored(subscription.Settings)]);
    }

    private static (string Name, string? Value)[] Computed(Subscription subscription) =>
    [
        ("SubscriptionArn", subscription.Arn),
        ("TopicArn", subscription.Topic.Arn),
        ("Protocol", subscription.Protocol),
        ("Endpoint", subscription.Endpoint),
        ("Owner", subscription.Owner),
        ("SubscriptionPrincipal", $"arn:aws:iam::{subscription.Owner}:root"),
        ("PendingConfirmation", Text(subscription.IsPending)),
        ("ConfirmationWasAuthenticated", Text(!SnsProtocol.IsWeb(subscription.Protocol))),
        (SubscriptionAttributes.RawMessageDelivery, Text(subscription.Settings.IsRaw)),
        (SubscriptionAttributes.FilterPolicyScope, ScopeOf(subscription.Settings)),
    ];

    private static IEnumerable<(string Name, string? Value)> Stored(SubscriptionSettings settings) => settings.Values
        .Where(pair => pair.Key is not (SubscriptionAttributes.RawMessageDelivery or SubscriptionAttributes.FilterPolicyScope))
        .Select(pair => (pair.Key, (string?)pair.Value));

    // Shown once there is a policy to which it applies.
    private static string? ScopeOf(SubscriptionSettings settings) => settings.Filter is null ? null
        : settings.FiltersBody ? SubscriptionAttributes.MessageBodyScope
        : SubscriptionAttributes.MessageAttributesScope;

    private static string Text(bool flag) => flag ? "true" : "false";
}
