using System.Globalization;
using System.Text.Json;
using Patterns.Local.Services.EventBridge.Rules;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Tests.Services.EventBridge;

public sealed class ScheduledRuleTests : EventBridgeTestBase
{
    [Fact]
    public void A_tick_is_an_event_with_the_time_that_was_due()
    {
        Scheduled("cron(5 3 * * ? *)");

        Clock.Advance(TimeSpan.FromMinutes(2));

        var tick = JsonElement.Parse(Assert.Single(Targets.BodiesTo(Queue)));
        Assert.Equal(
            ("Scheduled Event", "aws.events", "2026-01-02T03:05:00Z", "{}"),
            (tick.GetProperty("detail-type").GetString(), tick.GetProperty("source").GetString(), tick.GetProperty("time").GetString(), tick.GetProperty("detail").GetRawText()));
        Assert.Equal("arn:aws:events:us-east-1:000000000000:rule/s", tick.GetProperty("resources")[0].GetString());
    }

    [Fact]
    public void A_rate_ticks_from_when_the_rule_was_made()
    {
        Scheduled("rate(5 minutes)");

        Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(["2026-01-02T03:09:05Z", "2026-01-02T03:14:05Z", "2026-01-02T03:19:05Z"], Times());
    }

    [Fact]
    public void A_tick_goes_to_the_targets_of_its_rule_only()
    {
        Rule("""{"source":["aws.events"]}""", """{"Id":"1","Arn":"arn:aws:sqs:us-east-1:000000000000:other"}""");
        Scheduled("rate(1 minute)");

        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Single(Targets.To(Queue));
        Assert.Empty(Targets.To("arn:aws:sqs:us-east-1:000000000000:other"));
    }

    [Fact]
    public void A_disabled_or_deleted_rule_does_not_tick()
    {
        var rule = Scheduled("rate(1 minute)");

        Events.Rules.Enable(rule.Bus, "s", isEnabled: false);
        Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Empty(Targets.To(Queue));
        Events.Rules.Enable(rule.Bus, "s", isEnabled: true);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(Targets.To(Queue));
        Events.Rules.RemoveTargets(rule.Bus, "s", ["1"]);
        Events.Rules.Delete(rule.Bus, "s");
        Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Single(Targets.To(Queue));
        Assert.Empty(Clock.Timers);
    }

    [Fact]
    public void Ten_thousand_ticks_come_each_once_and_at_their_time()
    {
        Scheduled("cron(0/7 * * * ? *)");
        var start = Clock.GetUtcNow();

        while (Targets.AttemptsOn(Queue) < 10_000)
        {
            Clock.Advance(TimeSpan.FromHours(6));
        }

        var times = Times().Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(times.Count, times.Distinct().Count());
        Assert.All(times, time => Assert.True(time.Minute % 7 == 0 && time.Second == 0));
        Assert.Equal(times.Order(), times);
        Assert.True(times[0] - start < TimeSpan.FromMinutes(7));
    }

    [Fact]
    public void A_tick_can_be_made_at_once_and_the_next_one_stays_due()
    {
        var rule = Scheduled("rate(1 hour)");

        Events.Tick(rule);
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["2026-01-02T03:04:05Z", "2026-01-02T04:04:05Z"], Times());
    }

    private Rule Scheduled(string expression)
    {
        var rule = Events.Rules.Put(Events.Buses.Get(null), "s", new RuleSettings { Schedule = expression });
        Events.Rules.PutTargets(rule.Bus, "s", [TargetReader.Read(new JsonMembers(JsonElement.Parse($$"""{"Id":"1","Arn":"{{Queue}}"}""")))]);
        return rule;
    }

    private IEnumerable<string> Times() => Targets.BodiesTo(Queue).Select(body => JsonElement.Parse(body).GetProperty("time").GetString()!);
}
