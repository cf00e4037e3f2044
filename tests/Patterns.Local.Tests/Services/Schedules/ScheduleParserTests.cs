using Patterns.Local.Services.Schedules;

namespace Patterns.Local.Tests.Services.Schedules;

public sealed class ScheduleParserTests
{
    private static readonly DateTimeOffset s_anchor = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("rate(1 minute)", 60)]
    [InlineData("rate(5 minutes)", 300)]
    [InlineData("rate(1 hour)", 3600)]
    [InlineData("rate(2 days)", 172_800)]
    public void A_rate_counts_from_its_anchor(string text, int seconds)
    {
        var rate = Parser().Parse(text);

        Assert.Equal(s_anchor.AddSeconds(seconds), rate.NextAfter(s_anchor));
        Assert.Equal(s_anchor.AddSeconds(2 * seconds), rate.NextAfter(s_anchor.AddSeconds(seconds)));
        Assert.Equal(s_anchor.AddSeconds(8 * seconds), rate.NextAfter(s_anchor.AddSeconds((7 * seconds) + 1)));
    }

    [Fact]
    public void A_rate_of_the_scheduler_is_due_at_its_start() =>
        Assert.Equal(s_anchor, new ScheduleParser(TimeZoneInfo.Utc, s_anchor) { StartsAtAnchor = true }.Parse("rate(1 day)").NextAfter(s_anchor.AddTicks(-1)));

    [Fact]
    public void The_scheduler_takes_both_forms_of_a_unit() =>
        Assert.Equal(s_anchor.AddMinutes(1), new ScheduleParser(TimeZoneInfo.Utc, s_anchor) { IsForScheduler = true }.Parse("rate(1 minutes)").NextAfter(s_anchor));

    [Theory]
    [InlineData("UTC", "2026-07-01T12:00:30", "2026-07-01T12:00:30Z")]
    [InlineData("Europe/Berlin", "2026-07-01T12:00:00", "2026-07-01T10:00:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z")] // comes twice: the first one
    [InlineData("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00Z")] // does not exist: as before the change
    public void A_single_time_is_local(string zone, string local, string expected)
    {
        var at = new ScheduleParser(TimeZoneInfo.FindSystemTimeZoneById(zone), s_anchor) { IsForScheduler = true }.Parse($"at({local})");

        var due = at.NextAfter(s_anchor);
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), due);
        Assert.Null(at.NextAfter(due!.Value));
    }

    [Theory]
    [InlineData("", "'' is none of rate(...) and cron(...)")]
    [InlineData("5 minutes", "'5 minutes' is none of rate(...) and cron(...)")]
    [InlineData("at(2026-01-01T00:00:00)", "'at(2026-01-01T00:00:00)' is none of rate(...) and cron(...)")]
    [InlineData("rate(5minutes)", "the rate '5minutes' must be a number and a unit, such as '5 minutes'")]
    [InlineData("rate(0 minutes)", "the rate '0 minutes' must begin with a whole number from 1")]
    [InlineData("rate(-1 minutes)", "the rate '-1 minutes' must begin with a whole number from 1")]
    [InlineData("rate(1 minutes)", "the unit of 1 must be written 'minute'")]
    [InlineData("rate(5 minute)", "the unit of 5 must be written 'minutes'")]
    [InlineData("rate(5 seconds)", "'seconds' is no unit of a rate; the units are minutes, hours and days")]
    [InlineData("rate(2000000000 days)", "the rate '2000000000 days' is too long")]
    public void What_is_no_schedule_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ScheduleException>(() => Parser().Parse(text)).Message);

    private static ScheduleParser Parser() => new(TimeZoneInfo.Utc, s_anchor);
}
