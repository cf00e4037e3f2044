using System.Collections.Immutable;

namespace Patterns.Local.Services.Sns.Topics;

/// <summary>A request to create a topic, checked.</summary>
internal sealed class TopicCreation
{
    private const string Prefix = "Attributes Reason: ";

    private readonly IReadOnlyDictionary<string, string> _attributes;
    private readonly IReadOnlyDictionary<string, string> _tags;

    private TopicCreation(SnsTopic topic, IReadOnlyDictionary<string, string> attributes, IReadOnlyDictionary<string, string> tags)
    {
        Topic = topic;
        _attributes = attributes;
        _tags = tags;
    }

    public SnsTopic Topic { get; }

    public static TopicCreation Of(AwsEnvironment aws, string name, IReadOnlyDictionary<string, string>? attributes, IReadOnlyDictionary<string, string>? tags)
    {
        attributes ??= ImmutableDictionary<string, string>.Empty;
        tags ??= ImmutableDictionary<string, string>.Empty;
        var isFifo = IsFifo(attributes);
        TopicName.Check(name, isFifo);
        TopicTags.Check(tags);
        var topic = new SnsTopic(aws.Arn("sns", name), name, isFifo, aws.Time)
        {
            Attributes = Checked(attributes, isFifo),
            Tags = tags.ToImmutableSortedDictionary(),
        };
        return new TopicCreation(topic, attributes, tags);
    }

    /// <exception cref="AwsException">The existing topic differs in what the request says.</exception>
    public void CheckSame(SnsTopic existing)
    {
        if (_attributes.Any(pair => ValueOf(existing, pair.Key) != pair.Value))
        {
            throw SnsErrors.InvalidParameter("Attributes", "Topic already exists with different attributes");
        }

        if (_tags.Any(pair => existing.Tags.GetValueOrDefault(pair.Key) != pair.Value))
        {
            throw SnsErrors.InvalidParameter("Tags", "Topic already exists with different tags");
        }
    }

    private static bool IsFifo(IReadOnlyDictionary<string, string> attributes) => attributes.GetValueOrDefault(TopicAttributes.FifoTopic) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw SnsErrors.InvalidParameter($"{Prefix}FifoTopic: Invalid value [{other}]. Must be true or false."),
    };

    private static ImmutableDictionary<string, string> Checked(IReadOnlyDictionary<string, string> attributes, bool isFifo)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (name, value) in attributes)
        {
            if (name == TopicAttributes.FifoTopic)
            {
                continue;
            }

            if (!TopicAttributes.IsSettable(name))
            {
                throw SnsErrors.InvalidParameter($"{Prefix}Unknown attribute {name}");
            }

            TopicAttributes.Check(Prefix, name, value, isFifo);
            values[name] = value;
        }

        return values.ToImmutable();
    }

    private static string ValueOf(SnsTopic topic, string name) => name == TopicAttributes.FifoTopic
        ? topic.IsFifo ? "true" : "false"
        : topic.Attributes.GetValueOrDefault(name, TopicAttributes.DefaultOf(name));
}
