using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.Services.Sns.Topics;

/// <summary>The topics of the account.</summary>
internal sealed class TopicRegistry(AwsEnvironment aws)
{
    private readonly ConcurrentDictionary<string, SnsTopic> _topics = new();

    public IEnumerable<SnsTopic> All => _topics.Values.OrderBy(topic => topic.Arn, StringComparer.Ordinal);

    public SnsTopic Create(string name, IReadOnlyDictionary<string, string>? attributes, IReadOnlyDictionary<string, string>? tags)
    {
        var creation = TopicCreation.Of(aws, name, attributes, tags);
        var topic = _topics.GetOrAdd(creation.Topic.Arn, creation.Topic);
        if (!ReferenceEquals(topic, creation.Topic))
        {
            creation.CheckSame(topic);
        }

        return topic;
    }

    public bool TryFind(string arn, [NotNullWhen(true)] out SnsTopic? topic) => _topics.TryGetValue(arn, out topic);

    public SnsTopic Get(string? arn)
    {
        if (_topics.TryGetValue(SnsArn.Checked(arn, "TopicArn"), out var topic))
        {
            return topic;
        }

        throw arn!.StartsWith(aws.Arn("sns", ""), StringComparison.Ordinal)
            ? SnsErrors.TopicNotFound()
            : SnsErrors.InvalidParameter("TopicArn");
    }

    public bool TryRemove(string arn, [NotNullWhen(true)] out SnsTopic? topic) => _topics.TryRemove(arn, out topic);

    public static void SetAttribute(SnsTopic topic, string? name, string value)
    {
        if (name is null || !TopicAttributes.IsSettable(name))
        {
            throw SnsErrors.InvalidParameter("AttributeName");
        }

        TopicAttributes.Check("", name, value, topic.IsFifo);
        lock (topic.Gate)
        {
            topic.Attributes = topic.Attributes.SetItem(name, value);
        }
    }

    public static void Tag(SnsTopic topic, IReadOnlyDictionary<string, string> tags)
    {
        lock (topic.Gate)
        {
            var all = topic.Tags.SetItems(tags);
            TopicTags.Check(all);
            topic.Tags = all;
        }
    }

    public static void Untag(SnsTopic topic, IEnumerable<string> keys)
    {
        lock (topic.Gate)
        {
            topic.Tags = topic.Tags.RemoveRange(keys);
        }
    }

    /// <summary>Replaces the access policy by what <paramref name="change"/> makes of it.</summary>
    public void ChangePolicy(SnsTopic topic, Func<string, string> change)
    {
        lock (topic.Gate)
        {
            topic.Attributes = topic.Attributes.SetItem(TopicAttributes.Policy, change(PolicyOf(topic)));
        }
    }

    public string PolicyOf(SnsTopic topic) =>
        topic.Attributes.GetValueOrDefault(TopicAttributes.Policy) ?? TopicPolicy.Default(topic.Arn, aws.AccountId);
}
