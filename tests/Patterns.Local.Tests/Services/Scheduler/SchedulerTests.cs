using System.Globalization;
using System.Text.Json;
using Patterns.Local.Services;
using Patterns.Local.Services.Scheduler;
using Patterns.Local.Services.Wire;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Services.Sns;

namespace Patterns.Local.Tests.Services.Scheduler;

public sealed class SchedulerTests : IAsyncLifetime
{
    private const string Queue = "arn:aws:sqs:us-east-1:000000000000:q";
    private const string Function = "arn:aws:lambda:us-east-1:000000000000:function:f";
    private const string DeadLetters = "arn:aws:sqs:us-east-1:000000000000:dlq";

    private readonly TestClock _clock = new(new DateTimeOffset(2026, 3, 28, 0, 0, 0, TimeSpan.Zero));
    private readonly FakeTargets _targets = new();
    private readonly List<string> _notices = [];
    private readonly SchedulerService _scheduler;

    public SchedulerTests() => _scheduler = new SchedulerService(new AwsEnvironment("us-east-1", "000000000000", _clock), _targets, _notices.Add, new Random(1));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _scheduler.DisposeAsync();

    [Fact]
    public void A_schedule_keeps_the_wall_clock_of_its_time_zone()
    {
        Create("cron(30 2 * * ? *)", """ "ScheduleExpressionTimezone":"Europe/Berlin" """);

        _clock.Advance(TimeSpan.FromDays(3));

        // Half past two does not exist on the 29th.
        Assert.Equal(["2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z"], Times());
    }

    [Fact]
    public void A_rate_starts_at_once_and_keeps_its_distance()
    {
        Create("rate(8 hours)");

        _clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(["2026-03-28T00:00:00Z", "2026-03-28T08:00:00Z", "2026-03-28T16:00:00Z", "2026-03-29T00:00:00Z"], Times());
    }

    [Fact]
    public void Nothing_is_due_before_the_start_and_after_the_end()
    {
        Create("rate(1 hour)", """ "StartDate":"2026-03-28T05:30:00Z","EndDate":"2026-03-28T07:30:00Z" """);

        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["2026-03-28T05:30:00Z", "2026-03-28T06:30:00Z", "2026-03-28T07:30:00Z"], Times());
    }

    [Fact]
    public void A_single_time_comes_once_and_deletes_its_schedule_when_asked()
    {
        Create("at(2026-03-28T12:00:00)", """ "ActionAfterCompletion":"DELETE" """);
        Create("at(2026-03-28T12:00:00)", name: "kept");

        _clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(2, Times().Count());
        Assert.Equal("kept", Assert.Single(_scheduler.All).Name);
    }

    [Fact]
    public void The_last_run_before_the_end_deletes_the_schedule()
    {
        Create("rate(1 hour)", """ "EndDate":"2026-03-28T02:30:00Z","ActionAfterCompletion":"DELETE" """);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(_scheduler.All);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty(_scheduler.All);
        Assert.Equal(3, Times().Count());
    }

    [Fact]
    public void The_input_tells_about_the_run()
    {
        Create("at(2026-03-28T12:00:00)", target: $$$"""{"Arn":"{{{Queue}}}","RoleArn":"r","Input":"<aws.scheduler.schedule-arn>|<aws.scheduler.scheduled-time>|<aws.scheduler.attempt-number>|<aws.scheduler.execution-id>"}""");

        _clock.Advance(TimeSpan.FromDays(1));

        var parts = Assert.Single(_targets.BodiesTo(Queue)).Split('|');
        Assert.Equal(["arn:aws:scheduler:us-east-1:000000000000:schedule/default/s", "2026-03-28T12:00:00Z", "1"], parts[..3]);
        Assert.True(Guid.TryParse(parts[3], out _));
    }

    [Fact]
    public void A_function_without_input_gets_an_event_about_the_tick()
    {
        Create("at(2026-03-28T12:00:00)", target: $$"""{"Arn":"{{Function}}","RoleArn":"r"}""");

        _clock.Advance(TimeSpan.FromDays(1));

        var tick = JsonElement.Parse(Assert.Single(_targets.BodiesTo(Function)));
        Assert.Equal(("aws.scheduler", "Scheduled Event", "2026-03-28T12:00:00Z"), (tick.GetProperty("source").GetString(), tick.GetProperty("detail-type").GetString(), tick.GetProperty("time").GetString()));
    }

    [Fact]
    public async Task Runs_that_fail_are_tried_again_and_then_are_dead_letters()
    {
        _targets.Respond = (arn, _, _) => arn == Queue ? DeliveryResult.Retryable("Slow down.", "ThrottlingException") : DeliveryResult.Delivered;
        Create("at(2026-03-28T12:00:00)", target: $$$"""{"Arn":"{{{Queue}}}","RoleArn":"r","Input":"try <aws.scheduler.attempt-number>","RetryPolicy":{"MaximumRetryAttempts":2},"DeadLetterConfig":{"Arn":"{{{DeadLetters}}}"}}""");

        _clock.Advance(TimeSpan.FromHours(12));
        var idle = _scheduler.WhenIdleAsync();
        while (!idle.IsCompleted)
        {
            await Eventually.BecomesTrueAsync(() => idle.IsCompleted || _clock.Timers.Count > 0);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var dead = Assert.Single(_targets.To(DeadLetters));
        Assert.Equal("try 3", dead.Body);
        Assert.Equal(
            [
                "ERROR_CODE=THROTTLING", "ERROR_MESSAGE=Slow down.", "EXHAUSTED_RETRY_CONDITION=MaximumRetryAttempts", "IS_PAYLOAD_TRUNCATED=false", "RETRY_ATTEMPTS=2",
                "SCHEDULED_TIME=2026-03-28T12:00:00Z", "SCHEDULE_ARN=arn:aws:scheduler:us-east-1:000000000000:schedule/default/s", $"TARGET_ARN={Queue}",
            ],
            dead.Attributes!.Where(pair => pair.Key != "EXECUTION_ID").Select(pair => $"{pair.Key}={pair.Value.StringValue}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_flexible_window_delays_each_run_by_chance_within_it()
    {
        var arrivals = new List<DateTimeOffset>();
        _targets.Respond = (_, _, _) =>
        {
            arrivals.Add(_clock.GetUtcNow());
            return DeliveryResult.Delivered;
        };
        Create("rate(1 hour)", """ "FlexibleTimeWindow":{"Mode":"FLEXIBLE","MaximumWindowInMinutes":15} """);

        for (var run = 1; run <= 100; run++)
        {
            _clock.Advance(TimeSpan.FromMinutes(30));
            await Eventually.BecomesTrueAsync(() => arrivals.Count == run);
            _clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.All(Times().Take(100), time => Assert.EndsWith(":00:00Z", time));
        Assert.All(arrivals.Take(100), arrival => Assert.InRange(arrival.TimeOfDay.Minutes, 0, 15));
        Assert.True(arrivals.Take(100).Select(arrival => arrival.Minute).Distinct().Count() > 5);
    }

    [Fact]
    public void Ten_thousand_ticks_over_all_changes_of_the_clock_come_as_their_zone_has_them()
    {
        Create("cron(30 2 * * ? *)", """ "ScheduleExpressionTimezone":"America/New_York" """);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        _clock.Advance(TimeSpan.FromDays(10_030));

        var times = Times().Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)).ToList();
        Assert.True(times.Count >= 10_000);
        Assert.All(times, time => Assert.Equal(new TimeSpan(2, 30, 0), TimeZoneInfo.ConvertTime(time, zone).TimeOfDay));
        var days = times.ConvertAll(time => TimeZoneInfo.ConvertTime(time, zone).Date);
        Assert.Equal(days.Count, days.Distinct().Count());
        var missing = Enumerable.Range(0, (days[^1] - days[0]).Days).Select(day => days[0].AddDays(day)).Except(days);
        Assert.All(missing, day => Assert.True(zone.IsInvalidTime(day.AddHours(2.5))));
    }

    [Fact]
    public void An_update_replaces_everything_and_a_deletion_ends_it()
    {
        Create("rate(1 hour)");
        _clock.Advance(TimeSpan.FromMinutes(1));

        _scheduler.Update("default", "s", Settings("at(2026-03-28T12:00:00)"));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["2026-03-28T00:00:00Z", "2026-03-28T12:00:00Z"], Times());
        _scheduler.Delete("default", "s");
        Assert.Empty(_scheduler.All);
        Assert.Empty(_clock.Timers);
    }

    [Fact]
    public void A_group_goes_with_its_schedules()
    {
        _scheduler.Groups.Create("g");
        _scheduler.Create("g", "s", Settings("rate(1 hour)"));

        _scheduler.DeleteGroup("g");
        _clock.Advance(TimeSpan.FromHours(3));

        Assert.Empty(Times());
        Assert.Equal("Schedule group g does not exist.", Refused(() => _scheduler.Groups.Get("g")));
        Assert.Equal("The default schedule group can not be deleted.", Refused(() => _scheduler.DeleteGroup("default")));
    }

    [Theory]
    [InlineData(""" "ScheduleExpression":"cron(0 0 * * * *)" """, "Invalid Schedule Expression cron(0 0 * * * *). Reason: one of day of month and day of week must be '?'.")]
    [InlineData(""" "ScheduleExpressionTimezone":"Europe/Atlantis" """, "Invalid Schedule Expression Timezone Europe/Atlantis.")]
    [InlineData(""" "FlexibleTimeWindow":{"Mode":"FLEXIBLE"} """, "A flexible time window needs MaximumWindowInMinutes from 1 to 1440.")]
    [InlineData(""" "FlexibleTimeWindow":{"Mode":"OFF","MaximumWindowInMinutes":5} """, "MaximumWindowInMinutes can only be set when the mode of the flexible time window is FLEXIBLE.")]
    [InlineData(""" "State":"PAUSED" """, "1 validation error detected: Value 'PAUSED' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [ENABLED, DISABLED]")]
    [InlineData(""" "EndDate":"2020-01-01T00:00:00Z" """, "The EndDate you specify must come after the StartDate and lie in the future.")]
    [InlineData(""" "Target":{"Arn":"arn:aws:sqs:us-east-1:000000000000:q","RoleArn":"r"} """, "Input must be specified for the target arn:aws:sqs:us-east-1:000000000000:q.")]
    [InlineData(""" "Target":{"Arn":"arn:aws:lambda:us-east-1:000000000000:function:f","RoleArn":"r","Input":"{"} """, "The Input of the target arn:aws:lambda:us-east-1:000000000000:function:f must be JSON.")]
    [InlineData(""" "Target":{"Arn":"arn:aws:events:us-east-1:000000000000:event-bus/default","RoleArn":"r","Input":"{}"} """, "EventBridgeParameters with Source and DetailType must be specified for the target arn:aws:events:us-east-1:000000000000:event-bus/default.")]
    [InlineData(""" "Target":{"Arn":"arn:aws:scheduler:::aws-sdk:sqs:sendMessage","RoleArn":"r"} """, "Universal targets are not emulated here: arn:aws:scheduler:::aws-sdk:sqs:sendMessage.")]
    [InlineData(""" "Target":{"Arn":"arn:aws:sqs:us-east-1:000000000000:q"} """, "1 validation error detected: Value null at 'target.roleArn' failed to satisfy constraint: Member must not be null")]
    public void A_wrong_schedule_is_refused(string wrong, string message) => Assert.Equal(message, Refused(() => Create("rate(1 hour)", wrong)));

    [Fact]
    public void Names_are_checked_and_taken_once()
    {
        Create("rate(1 hour)");

        Assert.Equal("Schedule s already exists.", Refused(() => Create("rate(1 hour)")));
        Assert.EndsWith("Member must satisfy regular expression pattern: ^[0-9a-zA-Z-_.]+$", Refused(() => Create("rate(1 hour)", name: "a b")));
        Assert.Equal("Schedule none does not exist.", Refused(() => _scheduler.Delete("default", "none")));
    }

    private static string Refused(Action action) => Assert.Throws<AwsException>(action).Message;

    private void Create(string expression, string members = "", string? target = null, string name = "s") =>
        _scheduler.Create("default", name, Settings(expression, members, target));

    private ScheduleSettings Settings(string expression, string members = "", string? target = null)
    {
        var request = new Dictionary<string, JsonElement>
        {
            ["ScheduleExpression"] = JsonElement.Parse($"\"{expression}\""),
            ["FlexibleTimeWindow"] = JsonElement.Parse("""{"Mode":"OFF"}"""),
            ["Target"] = JsonElement.Parse(target ?? $$"""{"Arn":"{{Queue}}","RoleArn":"r","Input":"<aws.scheduler.scheduled-time>"}"""),
        };
        foreach (var member in JsonElement.Parse($"{{{members}}}").EnumerateObject())
        {
            request[member.Name] = member.Value;
        }

        return SettingsReader.Read(new JsonMembers(JsonSerializer.SerializeToElement(request)), _clock.GetUtcNow());
    }

    private IEnumerable<string> Times() => _targets.BodiesTo(Queue);
}
