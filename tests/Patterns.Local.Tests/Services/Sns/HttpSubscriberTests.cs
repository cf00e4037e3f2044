using Patterns.Local.Services.Sns.Deliveries;
using Patterns.Local.Services.Sns.Subscriptions;

namespace Patterns.Local.Tests.Services.Sns;

public sealed class HttpSubscriberTests : SnsTestBase
{
    [Fact]
    public async Task An_endpoint_is_asked_to_confirm_and_gets_nothing_before()
    {
        await using var web = await WebSubscriber.StartAsync();
        var topic = Topic();
        var subscription = Sns.Subscribe(topic, "http", web.Url);
        await PublishAsync(topic, "too early");

        var request = Assert.Single(web.Requests);
        Assert.Equal("SubscriptionConfirmation", request.Headers["x-amz-sns-message-type"]);
        Assert.Equal(topic, request.Headers["x-amz-sns-topic-arn"]);
        Assert.Equal("text/plain; charset=UTF-8", request.Headers["content-type"]);
        Assert.Equal("Amazon Simple Notification Service Agent", request.Headers["user-agent"]);
        Assert.False(request.Headers.ContainsKey("x-amz-sns-subscription-arn"));
        var document = Json(request.Body);
        Assert.Equal(request.Headers["x-amz-sns-message-id"], document.GetProperty("MessageId").GetString());
        Assert.Equal(subscription.Confirmation!.Value, document.GetProperty("Token").GetString());
        Assert.Equal(
            $"http://127.0.0.1:4566/?Action=ConfirmSubscription&TopicArn={topic}&Token={subscription.Confirmation.Value}",
            document.GetProperty("SubscribeURL").GetString());
        Assert.StartsWith("You have chosen to subscribe to the topic", document.GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmed_endpoint_gets_notifications()
    {
        await using var web = await WebSubscriber.StartAsync();
        var subscription = await ConfirmedAsync(web);

        var accepted = await PublishAsync(subscription.Topic.Arn, "hello");

        var request = web.Requests[^1];
        Assert.Equal("/hook", request.Path);
        Assert.Equal("Notification", request.Headers["x-amz-sns-message-type"]);
        Assert.Equal(subscription.Arn, request.Headers["x-amz-sns-subscription-arn"]);
        Assert.Equal(accepted.MessageId, request.Headers["x-amz-sns-message-id"]);
        Assert.False(request.Headers.ContainsKey("x-amz-sns-rawdelivery"));
        Assert.Equal("hello", Json(request.Body).GetProperty("Message").GetString());
    }

    [Fact]
    public async Task Raw_delivery_says_so_in_a_header()
    {
        await using var web = await WebSubscriber.StartAsync();
        var subscription = await ConfirmedAsync(web, ("RawMessageDelivery", "true"), ("DeliveryPolicy", """{"requestPolicy":{"headerContentType":"application/json"}}"""));

        await PublishAsync(subscription.Topic.Arn, """{"n":1}""");

        var request = web.Requests[^1];
        Assert.Equal(("true", "application/json", """{"n":1}"""), (request.Headers["x-amz-sns-rawdelivery"], request.Headers["content-type"], request.Body));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Server_errors_are_retried_by_the_policy_and_then_dead_lettered(int status)
    {
        await using var web = await WebSubscriber.StartAsync();
        var subscription = await ConfirmedAsync(web, ("RedrivePolicy", Redrive));
        web.Status = _ => status;

        await PublishAsync(subscription.Topic.Arn, "m");
        for (var retry = 1; retry <= 3; retry++)
        {
            Assert.Equal(1 + retry, web.Requests.Length);
            await AdvanceAsync(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(5, web.Requests.Length);
        Assert.Equal(web.Requests[^1].Body, Assert.Single(Targets.BodiesTo(DeadLetters)));
        Assert.Equal(1, subscription.Counts[DeliveryFate.DeadLettered]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task Client_errors_and_redirects_are_final(int status)
    {
        await using var web = await WebSubscriber.StartAsync();
        var subscription = await ConfirmedAsync(web);
        web.Status = _ => status;

        await PublishAsync(subscription.Topic.Arn, "m");

        Assert.Equal(2, web.Requests.Length);
        Assert.Equal($"the endpoint answered {status}", Log.Records[^1].Error);
        Assert.Equal(1, subscription.Counts[DeliveryFate.Dropped]);
    }

    [Fact]
    public async Task An_endpoint_that_comes_back_gets_the_message_then()
    {
        await using var web = await WebSubscriber.StartAsync();
        var subscription = await ConfirmedAsync(web);
        web.Status = count => count < 4 ? 500 : 200;

        await PublishAsync(subscription.Topic.Arn, "m");
        await AdvanceAsync(TimeSpan.FromSeconds(20));
        await AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(4, web.Requests.Length);
        Assert.Equal(2, subscription.Counts[DeliveryFate.Delivered]);
    }

    [Fact]
    public async Task A_topic_can_overrule_the_policies_of_its_subscriptions()
    {
        await using var web = await WebSubscriber.StartAsync();
        var subscription = await ConfirmedAsync(web, ("DeliveryPolicy", """{"healthyRetryPolicy":{"numRetries":0}}"""));
        Patterns.Local.Services.Sns.Topics.TopicRegistry.SetAttribute(
            subscription.Topic, "DeliveryPolicy", """{"http":{"defaultHealthyRetryPolicy":{"numRetries":1,"numNoDelayRetries":1},"disableSubscriptionOverrides":true}}""");
        web.Status = _ => 500;

        await PublishAsync(subscription.Topic.Arn, "m");

        Assert.Equal(3, web.Requests.Length);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_retried()
    {
        var web = await WebSubscriber.StartAsync();
        var subscription = await ConfirmedAsync(web);
        await web.DisposeAsync();

        await PublishAsync(subscription.Topic.Arn, "m");

        Assert.Equal(DeliveryFate.Retried, Log.Records[^1].Fate);
    }

    private async Task<Subscription> ConfirmedAsync(WebSubscriber web, params (string Name, string Value)[] attributes)
    {
        var subscription = Sns.Subscribe(Topic(), "http", web.Url, Set(attributes));
        await Sns.WhenIdleAsync();
        return Sns.Subscriptions.Confirm(subscription.Topic, subscription.Confirmation!.Value);
    }
}
