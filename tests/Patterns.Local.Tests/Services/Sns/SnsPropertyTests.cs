using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Services;
using Patterns.Local.Services.Sns;
using Patterns.Local.Services.Sns.Deliveries;
using Patterns.Local.Services.Sns.Publishing;

namespace Patterns.Local.Tests.Services.Sns;

public sealed class SnsPropertyTests
{
    private const string QueuePrefix = "arn:aws:sqs:us-east-1:000000000000:q";

    private static readonly Gen<Scenario> Scenarios =
        from isFifo in Gen.Elements(true, false)
        from subscribers in Gen.NonEmptyListOf(
            from kind in Gen.Elements("a", "b", "")
            from hasDeadLetters in Gen.Elements(true, false)
            select new Subscriber(kind, hasDeadLetters))
        from messages in Gen.ListOf(
            from kind in Gen.Elements("a", "b")
            from grouping in Gen.Choose(0, 2)
            select new Message(kind, $"g{grouping}"))
        from seed in Gen.Choose(0, int.MaxValue)
        select new Scenario(isFifo, [.. subscribers.Take(5)], [.. messages], seed);

    [Fact]
    public void Every_accepted_message_ends_once_at_each_matching_subscriber_and_groups_keep_their_order() =>
        Prop.ForAll(Scenarios.ToArbitrary(), scenario => HoldsAsync(scenario).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static async Task<bool> HoldsAsync(Scenario scenario)
    {
        var clock = new TestClock();
        var targets = new FakeTargets { Respond = Failures(scenario.Seed) };
        var log = new RecordingDeliveryLog();
        using var sns = new SnsService(new AwsEnvironment("us-east-1", "000000000000", clock), targets, log);
        var topic = Prepare(sns, scenario);
        for (var i = 0; i < scenario.Messages.Length; i++)
        {
            sns.Publish(topic, Input(scenario, i));
            if (i % 3 == 2)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        await SettleAsync(sns, clock);
        return Enumerable.Range(0, scenario.Subscribers.Length).All(index => Holds(scenario, index, sns, targets, log));
    }

    private static bool Holds(Scenario scenario, int index, SnsService sns, FakeTargets targets, RecordingDeliveryLog log)
    {
        var subscriber = scenario.Subscribers[index];
        var subscription = sns.Subscriptions.All.Single(candidate => candidate.Endpoint == Endpoint(scenario, index));
        var expected = Enumerable.Range(0, scenario.Messages.Length).Where(i => subscriber.Wants(scenario.Messages[i])).ToArray();
        var delivered = Numbers(targets, Endpoint(scenario, index));
        var dead = Numbers(targets, DeadLetters(scenario, index));
        var final = log.Records.Where(record => record.SubscriptionArn == subscription.Arn && record.Fate != DeliveryFate.Retried).ToArray();
        var dropped = final.Count(record => record.Fate == DeliveryFate.Dropped);

        return final.Length == expected.Length
            && final.Select(record => record.MessageId).Distinct().Count() == expected.Length
            && delivered.Length + dead.Length + dropped == expected.Length
            && delivered.Concat(dead).Distinct().Count() == delivered.Length + dead.Length
            && delivered.Concat(dead).All(expected.Contains)
            && subscription.Counts.Accepted == expected.Length
            && subscription.Counts.Filtered == scenario.Messages.Length - expected.Length
            && subscription.Counts[DeliveryFate.Dropped] == dropped
            && (!scenario.IsFifo || (IsOrdered(scenario, delivered) && IsOrdered(scenario, dead)));
    }

    private static bool IsOrdered(Scenario scenario, int[] numbers) => numbers
        .GroupBy(number => scenario.Messages[number].Group)
        .All(group => group.SequenceEqual(group.Order()));

    private static string Prepare(SnsService sns, Scenario scenario)
    {
        var topic = scenario.IsFifo
            ? sns.CreateTopic("t.fifo", new Dictionary<string, string> { ["FifoTopic"] = "true" }).Arn
            : sns.CreateTopic("t").Arn;
        for (var i = 0; i < scenario.Subscribers.Length; i++)
        {
            sns.Subscribe(topic, "sqs", Endpoint(scenario, i), Attributes(scenario, i));
        }

        return topic;
    }

    private static Dictionary<string, string> Attributes(Scenario scenario, int index)
    {
        var attributes = new Dictionary<string, string> { ["RawMessageDelivery"] = "true" };
        if (scenario.Subscribers[index].Kind is { Length: > 0 } kind)
        {
            attributes["FilterPolicy"] = $$"""{"kind":["{{kind}}"]}""";
        }

        if (scenario.Subscribers[index].HasDeadLetters)
        {
            attributes["RedrivePolicy"] = $$"""{"deadLetterTargetArn":"{{DeadLetters(scenario, index)}}"}""";
        }

        return attributes;
    }

    private static PublishInput Input(Scenario scenario, int number) => new(number.ToString(CultureInfo.InvariantCulture))
    {
        Attributes = new Dictionary<string, MessageAttribute> { ["kind"] = MessageAttribute.OfString(scenario.Messages[number].Kind) },
        GroupId = scenario.IsFifo ? scenario.Messages[number].Group : null,
        DeduplicationId = scenario.IsFifo ? $"d{number}" : null,
    };

    /// <summary>A message fails so many times on a target, then arrives or is refused for good; each by its number.</summary>
    private static Func<string, Delivery, int, DeliveryResult> Failures(int seed)
    {
        var left = new System.Collections.Concurrent.ConcurrentDictionary<(string, string), int>();
        return (arn, delivery, _) =>
        {
            var fate = new Random(seed ^ ((arn.Sum(character => character) * 1000) + int.Parse(delivery.Body, CultureInfo.InvariantCulture)));
            var failures = fate.Next(3) == 0 ? fate.Next(1, 8) : 0;
            return left.AddOrUpdate((arn, delivery.Body), _ => failures, (_, count) => count - 1) > 0 ? DeliveryResult.Retryable("busy")
                : fate.Next(4) == 0 ? DeliveryResult.Permanent("refused")
                : DeliveryResult.Delivered;
        };
    }

    private static async Task SettleAsync(SnsService sns, TestClock clock)
    {
        await sns.WhenIdleAsync();
        for (var second = 0; second < 600; second += 10)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await sns.WhenIdleAsync();
        }
    }

    private static int[] Numbers(FakeTargets targets, string arn) =>
        [.. targets.BodiesTo(arn).Select(body => int.Parse(body, CultureInfo.InvariantCulture))];

    private static string Endpoint(Scenario scenario, int index) => $"{QueuePrefix}{index}{(scenario.IsFifo ? ".fifo" : "")}";

    private static string DeadLetters(Scenario scenario, int index) => $"{QueuePrefix}{index}-dead{(scenario.IsFifo ? ".fifo" : "")}";

    private sealed record Scenario(bool IsFifo, Subscriber[] Subscribers, Message[] Messages, int Seed);

    private sealed record Subscriber(string Kind, bool HasDeadLetters)
    {
        public bool Wants(Message message) => Kind.Length == 0 || Kind == message.Kind;
    }

    private sealed record Message(string Kind, string Group);
}
