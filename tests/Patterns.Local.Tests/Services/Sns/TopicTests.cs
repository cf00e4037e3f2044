using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Tests.Services.Sns;

public sealed class TopicTests : SnsTestBase
{
    [Fact]
    public void Creating_a_topic_again_finds_it()
    {
        var first = Sns.CreateTopic("orders", Set(("DisplayName", "Orders")), Set(("team", "a")));

        Assert.Same(first, Sns.CreateTopic("orders"));
        Assert.Same(first, Sns.CreateTopic("orders", Set(("DisplayName", "Orders"))));
        Assert.Equal("arn:aws:sns:us-east-1:000000000000:orders", first.Arn);
    }

    [Fact]
    public void A_topic_with_other_attributes_or_tags_is_not_the_same()
    {
        Sns.CreateTopic("orders", Set(("DisplayName", "Orders")), Set(("team", "a")));

        Refused(() => Sns.CreateTopic("orders", Set(("DisplayName", "Others"))), "Invalid parameter: Attributes Reason: Topic already exists with different attributes");
        Refused(() => Sns.CreateTopic("orders", tags: Set(("team", "b"))), "Invalid parameter: Tags Reason: Topic already exists with different tags");
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("dotted.name")]
    [InlineData("orders.fifo")]
    [InlineData(".fifo")]
    public void A_standard_topic_needs_a_plain_name(string name) =>
        Refused(() => Sns.CreateTopic(name), "Invalid parameter: Topic Name");

    [Fact]
    public void A_fifo_topic_says_so_in_its_name()
    {
        Assert.True(Sns.CreateTopic("orders.fifo", Set(("FifoTopic", "true"))).IsFifo);
        Refused(() => Sns.CreateTopic("orders", Set(("FifoTopic", "true"))), "Invalid parameter: Topic Name");
        Refused(() => Sns.CreateTopic(new string('a', 257)), "Invalid parameter: Topic Name");
    }

    [Fact]
    public void Unknown_or_wrong_attributes_are_refused_by_name()
    {
        Refused(() => Sns.CreateTopic("t", Set(("Colour", "red"))), "Invalid parameter: Attributes Reason: Unknown attribute Colour");
        Refused(() => Sns.CreateTopic("t", Set(("SignatureVersion", "3"))), "Invalid parameter: Attributes Reason: SignatureVersion: Invalid value [3]. Must be 1 or 2.");
        Refused(() => Sns.CreateTopic("t", Set(("ContentBasedDeduplication", "true"))), "Invalid parameter: Attributes Reason: ContentBasedDeduplication can only be set on FIFO topics");
        var topic = Sns.CreateTopic("t");
        Refused(() => TopicRegistry.SetAttribute(topic, "FifoTopic", "true"), "Invalid parameter: AttributeName");
    }

    [Fact]
    public void A_missing_topic_and_a_malformed_arn_are_told_apart()
    {
        var error = Refused(() => Sns.Topics.Get("arn:aws:sns:us-east-1:000000000000:none"), "Topic does not exist");
        Assert.Equal(("NotFound", 404), (error.QueryCode, error.Status));
        Refused(() => Sns.Topics.Get("none"), "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1");
        Refused(() => Sns.Topics.Get("arn:aws:sns:eu-west-1:000000000000:none"), "Invalid parameter: TopicArn");
        Refused(() => Sns.Topics.Get(null), "Invalid parameter: TopicArn Reason: no value for required parameter");
    }

    [Fact]
    public void Deleting_a_topic_deletes_its_subscriptions_and_is_no_error_twice()
    {
        var arn = Topic();
        Sns.Subscribe(arn, "sqs", Queue);

        Sns.DeleteTopic(arn);
        Sns.DeleteTopic(arn);

        Assert.False(Sns.TryFindTopic(arn, out _));
        Assert.Empty(Sns.Subscriptions.All);
    }

    [Fact]
    public void Tags_are_limited_to_fifty()
    {
        var topic = Sns.CreateTopic("t");
        TopicRegistry.Tag(topic, Enumerable.Range(0, 50).ToDictionary(i => $"k{i}", _ => "v"));

        Assert.Equal("TagLimitExceeded", Assert.Throws<Patterns.Local.Services.AwsException>(() => TopicRegistry.Tag(topic, Set(("more", "v")))).QueryCode);
        TopicRegistry.Untag(topic, ["k0"]);
        TopicRegistry.Tag(topic, Set(("more", "v")));
        Assert.Equal(50, topic.Tags.Count);
    }
}
