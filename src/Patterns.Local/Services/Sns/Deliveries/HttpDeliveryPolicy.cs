using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>The <c>DeliveryPolicy</c> of a topic or a subscription, as far as it concerns web endpoints.</summary>
/// <param name="Retry">The retry policy; null when the document has none.</param>
/// <param name="ContentType">The header of requests; null when the document has none.</param>
/// <param name="DisablesOverrides">Whether a topic's policy wins over those of its subscriptions.</param>
internal sealed record HttpDeliveryPolicy(HttpRetryPolicy? Retry, string? ContentType, bool DisablesOverrides)
{
    public static HttpDeliveryPolicy ParseForTopic(string prefix, string json)
    {
        var http = Read(prefix, json)["http"] as JsonObject ?? [];
        return new HttpDeliveryPolicy(
            RetryOf(prefix, http["defaultHealthyRetryPolicy"]),
            ContentTypeOf(prefix, http, "default"),
            http["disableSubscriptionOverrides"]?.GetValueKind() == JsonValueKind.True);
    }

    public static HttpDeliveryPolicy ParseForSubscription(string prefix, string json)
    {
        var policy = Read(prefix, json);
        return new HttpDeliveryPolicy(RetryOf(prefix, policy["healthyRetryPolicy"]), ContentTypeOf(prefix, policy, ""), false);
    }

    private static JsonObject Read(string prefix, string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw Invalid(prefix, "must be a JSON object");
        }
        catch (JsonException)
        {
            throw Invalid(prefix, "failed to parse JSON.");
        }
    }

    private static string? ContentTypeOf(string prefix, JsonObject policy, string kind)
    {
        if (policy[kind.Length == 0 ? "throttlePolicy" : $"{kind}ThrottlePolicy"] is not null)
        {
            throw Invalid(prefix, "throttlePolicy is not emulated here");
        }

        var request = policy[kind.Length == 0 ? "requestPolicy" : $"{kind}RequestPolicy"] as JsonObject;
        return request?["headerContentType"]?.ToString();
    }

    private static HttpRetryPolicy? RetryOf(string prefix, JsonNode? node)
    {
        if (node is not JsonObject values)
        {
            return null;
        }

        var policy = HttpRetryPolicy.Default;
        foreach (var (name, value) in values)
        {
            policy = With(prefix, policy, name, value);
        }

        Check(prefix, policy);
        return policy;
    }

    private static HttpRetryPolicy With(string prefix, HttpRetryPolicy policy, string name, JsonNode? value) => name switch
    {
        "minDelayTarget" => policy with { MinDelayTarget = Number(prefix, name, value) },
        "maxDelayTarget" => policy with { MaxDelayTarget = Number(prefix, name, value) },
        "numRetries" => policy with { NumRetries = Number(prefix, name, value) },
        "numMaxDelayRetries" => policy with { NumMaxDelayRetries = Number(prefix, name, value) },
        "numNoDelayRetries" => policy with { NumNoDelayRetries = Number(prefix, name, value) },
        "numMinDelayRetries" => policy with { NumMinDelayRetries = Number(prefix, name, value) },
        "backoffFunction" when value?.ToString() is "linear" or "arithmetic" or "geometric" or "exponential" =>
            policy with { BackoffFunction = value.ToString() },
        _ => throw Invalid(prefix, $"healthyRetryPolicy.{name} is not valid"),
    };

    private static int Number(string prefix, string name, JsonNode? value) => value switch
    {
        null => 0,
        JsonValue number when number.TryGetValue<int>(out var whole) && whole >= 0 => whole,
        _ => throw Invalid(prefix, $"healthyRetryPolicy.{name} must be a whole number of at least 0"),
    };

    private static void Check(string prefix, HttpRetryPolicy policy)
    {
        if (policy.NumRetries > HttpRetryPolicy.MaxRetries)
        {
            throw Invalid(prefix, "healthyRetryPolicy.numRetries must be less than or equal to 100");
        }

        if (policy.MinDelayTarget < 1 || policy.MinDelayTarget > policy.MaxDelayTarget || policy.MaxDelayTarget > HttpRetryPolicy.MaxSeconds)
        {
            throw Invalid(prefix, "healthyRetryPolicy.minDelayTarget must be at least 1, and maxDelayTarget between it and 3600");
        }

        if (policy.NumNoDelayRetries + policy.NumMinDelayRetries + policy.NumMaxDelayRetries > policy.NumRetries)
        {
            throw Invalid(prefix, "healthyRetryPolicy.numRetries must be at least the sum of the retries of all phases");
        }

        if (policy.TotalDelay > TimeSpan.FromSeconds(HttpRetryPolicy.MaxSeconds))
        {
            throw Invalid(prefix, "healthyRetryPolicy may not take more than 3600 seconds in all");
        }
    }

    private static AwsException Invalid(string prefix, string reason) => SnsErrors.InvalidParameter($"{prefix}DeliveryPolicy: {reason}");
}
