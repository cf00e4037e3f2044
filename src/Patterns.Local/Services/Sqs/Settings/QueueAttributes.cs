using static Patterns.Local.Services.Sqs.Settings.QueueAttribute;

namespace Patterns.Local.Services.Sqs.Settings;

/// <summary>Every attribute that can be set on a queue, by name.</summary>
internal static class QueueAttributes
{
    public const string FifoQueue = "FifoQueue";

    public static IReadOnlyList<QueueAttribute> All { get; } =
    [
        Seconds("VisibilityTimeout", 0, 43_200, s => s.VisibilityTimeout, (s, v) => s with { VisibilityTimeout = v }),
        Seconds("DelaySeconds", 0, 900, s => s.Delay, (s, v) => s with { Delay = v }),
        Seconds("MessageRetentionPeriod", 60, 1_209_600, s => s.Retention, (s, v) => s with { Retention = v }),
        Seconds("ReceiveMessageWaitTimeSeconds", 0, 20, s => s.ReceiveWait, (s, v) => s with { ReceiveWait = v }),
        Integer("MaximumMessageSize", 1_024, 1_048_576, s => s.MaximumMessageSize, (s, v) => s with { MaximumMessageSize = v }),
        Optional("Policy", s => s.Policy, (s, v) => s with { Policy = CheckedPolicy(v) }),
        Optional("RedrivePolicy", s => s.RedrivePolicy?.ToString(), (s, v) => s with { RedrivePolicy = v is null ? null : RedrivePolicy.Parse(v) }),
        Optional("RedriveAllowPolicy", s => s.RedriveAllowPolicy?.ToString(), (s, v) => s with { RedriveAllowPolicy = v is null ? null : RedriveAllowPolicy.Parse(v) }),
        Optional("KmsMasterKeyId", s => s.KmsMasterKeyId, (s, v) => s with { KmsMasterKeyId = v, SqsManagedSseEnabled = v is null && s.SqsManagedSseEnabled }),
        new("KmsDataKeyReusePeriodSeconds", s => s.KmsMasterKeyId is null ? null : s.KmsDataKeyReusePeriodSeconds, (s, v) => s with { KmsDataKeyReusePeriodSeconds = CheckedReusePeriod(v) }),
        Boolean("SqsManagedSseEnabled", s => s.SqsManagedSseEnabled, (s, v) => s with { SqsManagedSseEnabled = v }),
        Boolean("ContentBasedDeduplication", s => s.ContentBasedDeduplication, (s, v) => s with { ContentBasedDeduplication = v }) with { IsFifoOnly = true },
        OneOf("DeduplicationScope", ["queue", "messageGroup"], s => s.DeduplicationScope, (s, v) => s with { DeduplicationScope = v }) with { IsFifoOnly = true },
        OneOf("FifoThroughputLimit", ["perQueue", "perMessageGroupId"], s => s.FifoThroughputLimit, (s, v) => s with { FifoThroughputLimit = v }) with { IsFifoOnly = true },
    ];

    /// <summary>The names that only <c>GetQueueAttributes</c> knows.</summary>
    public static IReadOnlySet<string> ReadOnlyNames { get; } = new HashSet<string>
    {
        "All", "QueueArn", "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed", "CreatedTimestamp", "LastModifiedTimestamp", FifoQueue,
    };

    private static readonly Dictionary<string, QueueAttribute> ByName = All.ToDictionary(attribute => attribute.Name);

    public static bool IsKnown(string name) => ByName.ContainsKey(name) || ReadOnlyNames.Contains(name);

    /// <summary>The settings with the given attributes; <c>FifoQueue</c> is the caller's business.</summary>
    public static QueueSettings Apply(QueueSettings settings, IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (name != FifoQueue)
            {
                settings = Find(name, settings).Write(settings, value);
            }
        }

        return settings is { FifoThroughputLimit: "perMessageGroupId", DeduplicationScope: not "messageGroup" }
            ? throw SqsErrors.InvalidAttributeValue("FifoThroughputLimit", "perMessageGroupId needs the DeduplicationScope messageGroup.")
            : settings;
    }

    /// <summary>The name of an attribute whose value would differ, or null: creating a queue again must name the same ones.</summary>
    public static string? FirstDifference(QueueSettings existing, QueueSettings wanted, IReadOnlyDictionary<string, string> attributes) =>
        attributes.Keys.FirstOrDefault(name => ByName.TryGetValue(name, out var attribute) && attribute.Read(existing) != attribute.Read(wanted));

    private static QueueAttribute Find(string name, QueueSettings settings)
    {
        if (!ByName.TryGetValue(name, out var attribute))
        {
            throw SqsErrors.InvalidAttributeName(name);
        }

        if (attribute.IsFifoOnly && !settings.IsFifo)
        {
            throw name == "ContentBasedDeduplication" ? SqsErrors.InvalidAttributeName(name) : SqsErrors.FifoOnly(name);
        }

        return attribute;
    }

    private static string? CheckedPolicy(string? policy)
    {
        if (policy is not null)
        {
            PolicyJson.Parse("Policy", policy).Dispose();
        }

        return policy;
    }

    private static string CheckedReusePeriod(string seconds) =>
        int.TryParse(seconds, out var value) && value is >= 60 and <= 86_400 ? seconds : throw SqsErrors.InvalidAttributeValue("KmsDataKeyReusePeriodSeconds");
}
