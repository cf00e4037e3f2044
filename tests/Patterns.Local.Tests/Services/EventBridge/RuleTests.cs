using System.Text.Json;
using Patterns.Local.Services;
using Patterns.Local.Services.EventBridge.Rules;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Tests.Services.EventBridge;

public sealed class RuleTests : EventBridgeTestBase
{
    [Theory]
    [InlineData("""{"detail":{"n":[{"numeric":[">",0,"<=",5]}]}}""", true)]
    [InlineData("""{"detail-type":[{"prefix":"pla"}]}""", true)]
    [InlineData("""{"detail-type":[{"suffix":"ced"}],"source":[{"equals-ignore-case":"SHOP"}]}""", true)]
    [InlineData("""{"detail":{"ip":[{"cidr":"10.0.0.0/8"}]}}""", true)]
    [InlineData("""{"detail":{"tags":["b"]}}""", true)]
    [InlineData("""{"detail":{"path":[{"wildcard":"/a/*/c"}]}}""", true)]
    [InlineData("""{"detail":{"path":[{"anything-but":{"wildcard":"/a/*"}}]}}""", false)]
    [InlineData("""{"detail":{"path":[{"anything-but":{"suffix":[".png",".jpg"]}}]}}""", true)]
    [InlineData("""{"detail":{"path":[{"anything-but":{"equals-ignore-case":["/A/B/C"]}}]}}""", false)]
    [InlineData("""{"detail":{"path":[{"suffix":{"equals-ignore-case":"/C"}}]}}""", true)]
    [InlineData("""{"$or":[{"source":["other"]},{"detail":{"n":[1]}}]}""", true)]
    [InlineData("""{"detail":{"gone":[{"exists":false}],"n":[{"exists":true}]}}""", true)]
    [InlineData("""{"account":["111122223333"]}""", false)]
    public void A_rule_has_the_whole_language(string pattern, bool isMatched)
    {
        Rule(pattern);

        Put("""{"n":1,"ip":"10.1.2.3","tags":["a","b"],"path":"/a/b/c"}""");

        Assert.Equal(isMatched ? 1 : 0, Targets.To(Queue).Length);
    }

    [Fact]
    public void A_disabled_rule_matches_nothing_until_it_is_enabled()
    {
        var rule = Rule();

        Events.Rules.Enable(rule.Bus, "r", isEnabled: false);
        Put();
        Assert.Empty(Targets.To(Queue));
        Events.Rules.Enable(rule.Bus, "r", isEnabled: true);
        Put();
        Assert.Single(Targets.To(Queue));
    }

    [Fact]
    public void A_rule_that_is_put_again_keeps_its_targets()
    {
        Rule();

        Events.Rules.Put(Events.Buses.Get(null), "r", new RuleSettings { PatternText = """{"source":["other"]}""" });
        Put();
        Put(source: "other");

        Assert.Contains("other", Assert.Single(Targets.BodiesTo(Queue)));
    }

    [Fact]
    public void A_target_is_replaced_by_its_id_and_removed_by_it()
    {
        var rule = Rule();
        Events.Rules.PutTargets(rule.Bus, "r", [Target("""{"Id":"1","Arn":"arn:aws:sqs:us-east-1:000000000000:other"}""")]);
        Put();

        Assert.Empty(Targets.To(Queue));
        Assert.Equal(["2"], Events.Rules.RemoveTargets(rule.Bus, "r", ["1", "2"]));
        Assert.Empty(rule.Targets);
    }

    [Fact]
    public void An_event_goes_on_to_another_bus_as_it_is_but_to_no_third_one()
    {
        Events.Buses.Create("second");
        Events.Buses.Create("third");
        Targets.Respond = Forward;
        Rule(Orders, ToBus("second"));
        Rule(Orders, ToBus("default"), "second", "back");
        Rule(Orders, $$"""{"Id":"1","Arn":"{{Queue}}"}""", "second", "keep");

        var id = Put().EventId;

        var kept = JsonElement.Parse(Assert.Single(Targets.BodiesTo(Queue)));
        Assert.Equal((id, "shop"), (kept.GetProperty("id").GetString(), kept.GetProperty("source").GetString()));
        Assert.Equal((1, 1), (Events.Buses.Get(null).Counts.Matched, Events.Buses.Get("second").Counts.Matched));
    }

    [Theory]
    [InlineData(null, null, "Parameter(s) EventPattern or ScheduleExpression must be specified.")]
    [InlineData("""{"source":"shop"}""", null, "Event pattern is not valid. Reason: \"source\" must be an object or an array")]
    [InlineData("""{"source":[{"prefx":"a"}]}""", null, "Event pattern is not valid. Reason: Unrecognized match type prefx")]
    [InlineData("{", null, "Event pattern is not valid. Reason: failed to parse JSON.")]
    [InlineData(null, "rate(1 minutes)", "Parameter ScheduleExpression is not valid. Reason: the unit of 1 must be written 'minute'.")]
    [InlineData(null, "cron(0 0 * * * *)", "Parameter ScheduleExpression is not valid. Reason: one of day of month and day of week must be '?'.")]
    public void A_wrong_rule_is_refused(string? pattern, string? schedule, string message) =>
        Assert.StartsWith(message, Assert.Throws<AwsException>(() => Events.Rules.Put(Events.Buses.Get(null), "r", new RuleSettings { PatternText = pattern, Schedule = schedule })).Message);

    [Theory]
    [InlineData("""{"Id":"1","Arn":"q"}""", "Parameter q is not valid. Reason: Provided Arn is not in correct format.")]
    [InlineData("""{"Id":"a b","Arn":"arn:aws:sqs:r:a:q"}""", "1 validation error detected: Value 'a b' at 'targets.1.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:r:a:q.fifo"}""", "Parameter(s) SqsParameters must be specified for target: 1.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:r:a:q","Input":"{}","InputPath":"$"}""", "Only one of Input, InputPath, or InputTransformer must be provided for target 1.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:r:a:q","Input":"x"}""", "Parameter Input is not valid. Reason: Input for target 1 is not JSON.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:r:a:q","InputTransformer":{"InputTemplate":"<a>"}}""", "InputTemplate for target 1 contains invalid placeholder a.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:r:a:q","RetryPolicy":{"MaximumRetryAttempts":186}}""", "1 validation error detected: Value '186' at 'targets.1.member.retryPolicy.maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 185")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:r:a:q","DeadLetterConfig":{"Arn":"arn:aws:sqs:r:a:q.fifo"}}""", "Parameter arn:aws:sqs:r:a:q.fifo is not valid. Reason: A dead-letter queue must be a standard queue, given by its ARN.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:ecs:r:a:c","EcsParameters":{}}""", "EcsParameters of target 1 is not emulated here.")]
    public void A_wrong_target_is_refused(string target, string message) =>
        Assert.Equal(message, Assert.Throws<AwsException>(() => Target(target)).Message);

    [Fact]
    public void Buses_and_rules_keep_the_rules_of_their_lives()
    {
        var bus = Events.Buses.Create("orders");
        var rule = Rule(Orders, $$"""{"Id":"1","Arn":"{{Queue}}"}""", "orders");

        Assert.Equal("arn:aws:events:us-east-1:000000000000:rule/orders/r", rule.Arn);
        Assert.Equal("Event bus orders already exists.", Refused(() => Events.Buses.Create("orders")));
        Assert.Equal("Event bus name must not contain '/'.", Refused(() => Events.Buses.Create("a/b")));
        Assert.Equal("Event bus orders can't be deleted since it has rules.", Refused(() => Events.Buses.Delete("orders")));
        Assert.Equal("Cannot delete event bus default.", Refused(() => Events.Buses.Delete("default")));
        Assert.Equal("Rule can't be deleted since it has targets.", Refused(() => Events.Rules.Delete(bus, "r")));
        Assert.Equal("ScheduleExpression is supported only on the default event bus.", Refused(() => Events.Rules.Put(bus, "s", new RuleSettings { Schedule = "rate(1 minute)" })));
        Assert.Equal("Rule none does not exist on EventBus orders.", Refused(() => bus.Rule("none")));
        Events.Rules.RemoveTargets(bus, "r", ["1"]);
        Events.Rules.Delete(bus, "r");
        Events.Buses.Delete("orders");
        Assert.Equal("Event bus orders does not exist.", Refused(() => Events.Buses.Get("orders")));
    }

    [Fact]
    public void A_rule_has_at_most_five_targets()
    {
        var rule = Rule();

        Assert.Equal(
            "The requested resource exceeds the maximum number allowed.",
            Refused(() => Events.Rules.PutTargets(rule.Bus, "r", [.. Enumerable.Range(2, 5).Select(id => Target($$"""{"Id":"{{id}}","Arn":"{{Queue}}"}"""))])));
    }

    private static string ToBus(string bus) => $$"""{"Id":"bus","Arn":"arn:aws:events:us-east-1:000000000000:event-bus/{{bus}}"}""";

    private static RuleTarget Target(string json) => TargetReader.Read(new JsonMembers(JsonElement.Parse(json)));

    private static string Refused(Action action) => Assert.Throws<AwsException>(action).Message;

    // What the account does with the ARN of a bus.
    private DeliveryResult Forward(string arn, Delivery delivery, int attempt)
    {
        if (arn.Contains(":events:", StringComparison.Ordinal))
        {
            Events.Put(arn, delivery.Event!, delivery.Body);
        }

        return DeliveryResult.Delivered;
    }
}
