using Patterns.Periodical;

namespace Patterns.Chains.Tests.Periodical;

public sealed class TickScheduleTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void A_time_that_summer_time_leaves_out_has_no_tick()
    {
        var schedule = TickSchedule.Daily(new TimeOnly(2, 30), Berlin);

        Assert.Equal(
            ["2026-03-28T01:30", "2026-03-30T00:30"],
            Ticks(schedule, "2026-03-28T00:00", "2026-03-30T23:00"));
    }

    [Fact]
    public void A_time_that_comes_twice_has_one_tick_the_first()
    {
        var schedule = TickSchedule.Daily(new TimeOnly(2, 30), Berlin);

        Assert.Equal(
            ["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"],
            Ticks(schedule, "2026-10-24T00:00", "2026-10-26T23:00"));
    }

    [Fact]
    public void A_day_that_a_month_has_not_has_no_tick_and_a_month_end_always_has_one()
    {
        Assert.Equal(["2026-01-31T08:00", "2026-03-31T08:00", "2026-05-31T08:00"], Ticks(TickSchedule.Monthly(31, new TimeOnly(8, 0)), "2026-01-01T00:00", "2026-06-30T23:00"));
        Assert.Equal(["2028-01-31T08:00", "2028-02-29T08:00", "2028-03-31T08:00"], Ticks(TickSchedule.MonthEnd(new TimeOnly(8, 0)), "2028-01-01T00:00", "2028-04-01T00:00"));
    }

    [Fact]
    public void A_leap_day_is_found_from_eight_years_away()
    {
        var schedule = TickSchedule.Cron("0 0 29 2 ? *");

        Assert.Equal(Moment("2096-02-29T00:00"), schedule.Latest(Moment("2104-02-28T23:59")));
    }

    [Fact]
    public void A_week_and_a_rate_have_their_ticks()
    {
        Assert.Equal(["2026-11-23T06:15", "2026-11-30T06:15"], Ticks(TickSchedule.Weekly(DayOfWeek.Monday, new TimeOnly(6, 15)), "2026-11-18T00:00", "2026-12-01T00:00"));
        Assert.Equal(["2026-11-18T00:10", "2026-11-18T00:15"], Ticks(TickSchedule.Every(TimeSpan.FromMinutes(5)), "2026-11-18T00:05", "2026-11-18T00:16"));
        Assert.Equal(["2026-11-18T00:07", "2026-11-18T00:12"], Ticks(TickSchedule.Every(TimeSpan.FromMinutes(5), Moment("2026-12-01T00:02")), "2026-11-18T00:05", "2026-11-18T00:16"));
    }

    [Theory]
    [InlineData("cron(0/15 6-7 ? * MON-FRI *)", "2026-11-20T07:15", "2026-11-23T06:15", "2026-11-20T07:30;2026-11-20T07:45;2026-11-23T06:00;2026-11-23T06:15")]
    [InlineData("0 12 L * ? *", "2026-02-01T00:00", "2026-04-01T00:00", "2026-02-28T12:00;2026-03-31T12:00")]
    [InlineData("0 12 1W * ? *", "2026-08-01T00:00", "2026-09-30T00:00", "2026-08-03T12:00;2026-09-01T12:00")]
    [InlineData("0 12 31W * ? *", "2026-01-01T00:00", "2026-06-01T00:00", "2026-01-30T12:00;2026-03-31T12:00;2026-05-29T12:00")]
    [InlineData("0 12 ? * 6L *", "2026-11-01T00:00", "2026-12-31T00:00", "2026-11-27T12:00;2026-12-25T12:00")]
    [InlineData("0 12 ? * TUE#2 *", "2026-11-01T00:00", "2026-12-31T00:00", "2026-11-10T12:00;2026-12-08T12:00")]
    [InlineData("0 12 ? * L 2026", "2026-12-20T00:00", "2027-02-01T00:00", "2026-12-26T12:00")]
    [InlineData("30 4 1,15 JAN,jul ? 2026-2027", "2026-07-10T00:00", "2027-02-01T00:00", "2026-07-15T04:30;2027-01-01T04:30;2027-01-15T04:30")]
    public void An_expression_has_the_ticks_that_the_service_would_send(string expression, string after, string upTo, string ticks) =>
        Assert.Equal(ticks.Split(';'), Ticks(TickSchedule.Cron(expression), after, upTo));

    [Theory]
    [InlineData("0 12 * * *", "The expression '0 12 * * *' has 5 fields; there are six: minutes, hours, day of the month, month, day of the week, year. (Parameter 'expression')")]
    [InlineData("0 12 * * * *", "The expression '0 12 * * * *' must have '?' as its day of the month or its day of the week, and not as both. (Parameter 'expression')")]
    [InlineData("60 12 * * ? *", "'60' is no minutes of a schedule's expression: 0 to 59 are possible.")]
    [InlineData("0 5-3 * * ? *", "'5-3' is no hours of a schedule's expression: 0 to 23 are possible.")]
    [InlineData("0 0/0 * * ? *", "'0/0' is no hours of a schedule's expression: 0 to 23 are possible.")]
    [InlineData("0 0 32 * ? *", "'32' is no day of the month of a schedule's expression: 1 to 31 are possible.")]
    [InlineData("0 0 ? * MON#6 *", "'MON#6' is no day of the week of a schedule's expression: 1 to 7 are possible, or SUN to SAT.")]
    [InlineData("0 0 ? FOO MON *", "'FOO' is no month of a schedule's expression: 1 to 12 are possible, or JAN to DEC.")]
    public void A_mistake_names_the_field(string expression, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => TickSchedule.Cron(expression)).Message);

    private static IEnumerable<string> Ticks(TickSchedule schedule, string after, string upTo) =>
        schedule.Between(Moment(after), Moment(upTo)).Select(tick => tick.ToString("yyyy-MM-ddTHH:mm"));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text + "Z");
}
