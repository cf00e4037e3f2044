using Patterns.Local.Services.Sns.Subscriptions;

namespace Patterns.Local.Tests.Services.Sns;

public sealed class SubscriptionTests : SnsTestBase
{
    [Fact]
    public void Subscribing_again_finds_the_subscription()
    {
        var topic = Topic();
        var first = Sns.Subscribe(topic, "sqs", Queue, Set(("RawMessageDelivery", "true")));

        Assert.Same(first, Sns.Subscribe(topic, "sqs", Queue));
        Assert.Same(first, Sns.Subscribe(topic, "sqs", Queue, Set(("RawMessageDelivery", "true"))));
        Refused(() => Sns.Subscribe(topic, "sqs", Queue, Set(("RawMessageDelivery", "false"))), "Invalid parameter: Attributes Reason: Subscription already exists with different attributes");
        Assert.NotSame(first, Sns.Subscribe(topic, "sqs", OtherQueue));
    }

    [Theory]
    [InlineData("email", "a@example.com", "Invalid parameter: The protocol email is not emulated here")]
    [InlineData("sms", "+1555", "Invalid parameter: The protocol sms is not emulated here")]
    [InlineData("firehose", "arn:aws:firehose:us-east-1:0:d", "Invalid parameter: The protocol firehose is not emulated here")]
    [InlineData("carrier-pigeon", "x", "Invalid parameter: Amazon SNS does not support this protocol string: carrier-pigeon")]
    [InlineData("", "x", "Invalid parameter: Protocol Reason: no value for required parameter")]
    [InlineData("sqs", "", "Invalid parameter: Endpoint Reason: no value for required parameter")]
    [InlineData("sqs", "http://127.0.0.1/0/q", "Invalid parameter: SQS endpoint ARN")]
    [InlineData("sqs", "arn:aws:lambda:us-east-1:000000000000:function:f", "Invalid parameter: SQS endpoint ARN")]
    [InlineData("sqs", "arn:aws:sqs:us-east-1:000000000000:q.fifo", "Invalid parameter: Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics")]
    [InlineData("lambda", "f", "Invalid parameter: Lambda endpoint ARN")]
    [InlineData("http", "https://127.0.0.1/", "Invalid parameter: Endpoint must match the specified protocol")]
    [InlineData("https", "not a url", "Invalid parameter: Endpoint must match the specified protocol")]
    [InlineData("http", "http://example.com/hook", "Invalid parameter: Endpoint Reason: only loopback addresses are called from here, and example.com is none")]
    [InlineData("http", "http://10.0.0.1/hook", "Invalid parameter: Endpoint Reason: only loopback addresses are called from here, and 10.0.0.1 is none")]
    [InlineData("http", "http://localhost.example.com/", "Invalid parameter: Endpoint Reason: only loopback addresses are called from here, and localhost.example.com is none")]
    public void Endpoints_that_cannot_be_served_are_refused(string protocol, string endpoint, string message) =>
        Refused(() => Sns.Subscribe(Topic(), protocol, endpoint), message);

    [Theory]
    [InlineData("http", "http://127.0.0.1:9/hook")]
    [InlineData("http", "http://[::1]:9/hook")]
    [InlineData("https", "https://localhost:9/hook")]
    public void Web_endpoints_wait_for_confirmation(string protocol, string endpoint) =>
        Assert.True(Sns.Subscribe(Topic(), protocol, endpoint).IsPending);

    [Theory]
    [InlineData("lambda", Function)]
    [InlineData("http", "http://127.0.0.1:9/hook")]
    public void Fifo_topics_take_queues_only(string protocol, string endpoint) =>
        Refused(() => Sns.Subscribe(FifoTopic(), protocol, endpoint), "Invalid parameter: Protocol Reason: only SQS queues can be subscribed to FIFO topics");

    [Theory]
    [InlineData("RawMessageDelivery", "test-ValUe", "RawMessageDelivery: Invalid value [test-ValUe]. Must be true or false.")]
    [InlineData("RawMessageDelivery", "", "RawMessageDelivery: Invalid value []. Must be true or false.")]
    [InlineData("FilterPolicyScope", "RandomValue", "FilterPolicyScope: Invalid value [RandomValue]. Please use either MessageBody or MessageAttributes")]
    [InlineData("FilterPolicy", """{"a":"x"}""", "FilterPolicy: \"a\" must be an object or an array\n at [Source: (String)\"{\"a\":\"x\"}\"; line: 1, column: 7]")]
    [InlineData("FilterPolicy", """{"a":{"b":["x"]}}""", "Filter policy scope MessageAttributes does not support nested filter policy")]
    [InlineData("FilterPolicy", """{"a":[{"cidr":"bad"}]}""", "FilterPolicy: Malformed CIDR, one '/' required")]
    [InlineData("RedrivePolicy", """{"deadLetterTargetArn":"fake"}""", "RedrivePolicy: deadLetterTargetArn is an invalid arn")]
    [InlineData("RedrivePolicy", "[]", "RedrivePolicy: deadLetterTargetArn is an invalid arn")]
    [InlineData("DeliveryPolicy", """{"healthyRetryPolicy":{"numRetries":101}}""", "DeliveryPolicy: healthyRetryPolicy.numRetries must be less than or equal to 100")]
    [InlineData("DeliveryPolicy", """{"healthyRetryPolicy":{"numRetries":60,"minDelayTarget":100,"maxDelayTarget":100}}""", "DeliveryPolicy: healthyRetryPolicy may not take more than 3600 seconds in all")]
    [InlineData("DeliveryPolicy", """{"throttlePolicy":{"maxReceivesPerSecond":1}}""", "DeliveryPolicy: throttlePolicy is not emulated here")]
    [InlineData("SubscriptionRoleArn", "x", "SubscriptionRoleArn is not emulated here")]
    public void Attributes_are_checked_when_subscribing_and_when_set(string name, string value, string problem)
    {
        var topic = Topic();
        Refused(() => Sns.Subscribe(topic, "sqs", Queue, Set((name, value))), $"Invalid parameter: Attributes Reason: {problem}");
        var subscription = Sns.Subscribe(topic, "sqs", Queue);

        Refused(() => Sns.Subscriptions.SetAttribute(subscription, name, value), $"Invalid parameter: {problem}");
        Assert.Empty(subscription.Settings.Values);
    }

    [Fact]
    public void Unknown_attributes_are_refused()
    {
        Refused(() => Sns.Subscribe(Topic(), "sqs", Queue, Set(("Colour", "red"))), "Invalid parameter: Attributes Reason: Unknown attribute Colour");
        Refused(() => Sns.Subscriptions.SetAttribute(Sns.Subscribe(Topic(), "sqs", Queue), "Colour", "red"), "Invalid parameter: AttributeName");
    }

    [Fact]
    public void A_scope_cannot_be_set_that_the_policy_does_not_fit()
    {
        var subscription = Sns.Subscribe(Topic(), "sqs", Queue, Set(("FilterPolicy", """{"a":{"b":["x"]}}"""), ("FilterPolicyScope", "MessageBody")));

        Refused(() => Sns.Subscriptions.SetAttribute(subscription, "FilterPolicyScope", "MessageAttributes"), "Invalid parameter: Filter policy scope MessageAttributes does not support nested filter policy");
        Assert.True(subscription.Settings.FiltersBody);
    }

    [Fact]
    public void A_fifo_subscription_needs_a_fifo_dead_letter_queue()
    {
        var topic = FifoTopic();

        Refused(() => Sns.Subscribe(topic, "sqs", FifoQueue, Set(("RedrivePolicy", Redrive))), "Invalid parameter: Attributes Reason: RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.");
        Sns.Subscribe(topic, "sqs", Queue, Set(("RedrivePolicy", Redrive)));
    }

    [Fact]
    public void An_empty_value_takes_an_attribute_away()
    {
        var subscription = Sns.Subscribe(Topic(), "sqs", Queue, Set(("RedrivePolicy", Redrive), ("FilterPolicy", """{"a":["x"]}""")));

        Sns.Subscriptions.SetAttribute(subscription, "RedrivePolicy", "");
        Sns.Subscriptions.SetAttribute(subscription, "FilterPolicy", "");

        Assert.Null(subscription.Settings.DeadLetterArn);
        Assert.Null(subscription.Settings.Filter);
    }

    [Fact]
    public void A_topic_has_at_most_200_filter_policies()
    {
        var topic = Topic();
        for (var i = 0; i < 200; i++)
        {
            Sns.Subscribe(topic, "sqs", Queue + i, Set(("FilterPolicy", """{"a":["x"]}""")));
        }

        Refused(() => Sns.Subscribe(topic, "sqs", Queue, Set(("FilterPolicy", """{"a":["x"]}"""))), "Filter policy limit exceeded for this topic");
        Sns.Subscribe(topic, "sqs", Queue);
    }

    [Fact]
    public async Task Nobody_gets_messages_after_unsubscribing()
    {
        var topic = Topic();
        var subscription = Sns.Subscribe(topic, "sqs", Queue);

        Sns.Unsubscribe(subscription.Arn);
        Sns.Unsubscribe(subscription.Arn);
        await PublishAsync(topic, "late");

        Assert.Empty(Targets.To(Queue));
        Refused(() => Sns.Subscriptions.Get(subscription.Arn), "Subscription does not exist");
    }

    [Fact]
    public void A_token_confirms_until_it_expires()
    {
        var subscription = Sns.Subscribe(Topic(), "http", "http://127.0.0.1:9/hook");
        var token = subscription.Confirmation!.Value;

        Refused(() => Sns.Subscriptions.Confirm(subscription.Topic, "guess"), "Invalid token");
        Clock.Advance(TimeSpan.FromDays(2));
        Refused(() => Sns.Subscriptions.Confirm(subscription.Topic, token), "Invalid token");
        Sns.Subscribe(subscription.Topic.Arn, "http", "http://127.0.0.1:9/hook");
        var renewed = subscription.Confirmation.Value;

        Assert.Same(subscription, Sns.Subscriptions.Confirm(subscription.Topic, renewed));
        Assert.Same(subscription, Sns.Subscriptions.Confirm(subscription.Topic, renewed));
        Assert.False(subscription.IsPending);
    }

    [Fact]
    public void Hosts_are_loopback_by_address_or_reserved_name()
    {
        Assert.All(["127.0.0.1", "127.1.2.3", "[::1]", "localhost", "LOCALHOST", "api.localhost"], host => Assert.True(EndpointRules.IsLoopback(host)));
        Assert.All(["128.0.0.1", "0.0.0.0", "localhost.example.com", "[::2]", ""], host => Assert.False(EndpointRules.IsLoopback(host)));
    }
}
