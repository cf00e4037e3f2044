using System.Globalization;
using Patterns.Local.Services.Schedules;

namespace Patterns.Local.Tests.Services.Schedules;

public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("0 10 * * ? *", "2026-01-31T10:00", "2026-02-01T10:00 2026-02-02T10:00")]
    [InlineData("15 12 * * ? *", "2026-01-02T12:14", "2026-01-02T12:15 2026-01-03T12:15")]
    [InlineData("0 18 ? * MON-FRI *", "2026-01-02T18:00", "2026-01-05T18:00 2026-01-06T18:00")]
    [InlineData("0 8 1 * ? *", "2026-11-30T00:00", "2026-12-01T08:00 2027-01-01T08:00")]
    [InlineData("0/15 * * * ? *", "2026-01-01T23:46", "2026-01-02T00:00 2026-01-02T00:15 2026-01-02T00:30")]
    [InlineData("*/20 * * * ? *", "2026-01-01T00:00", "2026-01-01T00:20 2026-01-01T00:40 2026-01-01T01:00")]
    [InlineData("0/5 8-17 ? * MON-FRI *", "2026-01-02T17:55", "2026-01-05T08:00 2026-01-05T08:05")]
    [InlineData("10-30/10 1,3 * * ? *", "2026-01-01T01:10", "2026-01-01T01:20 2026-01-01T01:30 2026-01-01T03:10")]
    [InlineData("0 0 31 * ? *", "2026-01-31T00:00", "2026-03-31T00:00 2026-05-31T00:00 2026-07-31T00:00")]
    [InlineData("0 0 29 2 ? *", "2026-01-01T00:00", "2028-02-29T00:00 2032-02-29T00:00")]
    [InlineData("0 0 29 FEB ? *", "2096-03-01T00:00", "2104-02-29T00:00")]
    [InlineData("0 0 L * ? *", "2028-01-15T00:00", "2028-01-31T00:00 2028-02-29T00:00 2028-03-31T00:00 2028-04-30T00:00")]
    [InlineData("0 0 L-3 2 ? *", "2026-01-01T00:00", "2026-02-25T00:00 2027-02-25T00:00 2028-02-26T00:00")]
    [InlineData("0 0 15,L * ? *", "2026-02-01T00:00", "2026-02-15T00:00 2026-02-28T00:00 2026-03-15T00:00")]
    [InlineData("0 0 15W * ? *", "2026-08-01T00:00", "2026-08-14T00:00 2026-09-15T00:00 2026-10-15T00:00 2026-11-16T00:00")]
    [InlineData("0 0 1W * ? *", "2026-07-15T00:00", "2026-08-03T00:00 2026-09-01T00:00")]
    [InlineData("0 0 31W * ? *", "2026-05-01T00:00", "2026-05-29T00:00 2026-07-31T00:00")]
    [InlineData("0 0 LW * ? *", "2026-01-01T00:00", "2026-01-30T00:00 2026-02-27T00:00 2026-03-31T00:00")]
    [InlineData("0 0 ? * L *", "2026-01-01T00:00", "2026-01-03T00:00 2026-01-10T00:00")]
    [InlineData("0 10 ? * 6L 2026-2027", "2026-10-31T00:00", "2026-11-27T10:00 2026-12-25T10:00 2027-01-29T10:00")]
    [InlineData("0 0 ? * 3#2 *", "2026-01-01T00:00", "2026-01-13T00:00 2026-02-10T00:00")]
    [InlineData("0 0 ? * MON#5 *", "2026-01-01T00:00", "2026-03-30T00:00 2026-06-29T00:00")]
    [InlineData("0 0 ? * FRI-MON *", "2026-01-01T00:00", "2026-01-02T00:00 2026-01-03T00:00 2026-01-04T00:00 2026-01-05T00:00 2026-01-09T00:00")]
    [InlineData("0 0 1 JAN,jul ? *", "2026-01-01T00:00", "2026-07-01T00:00 2027-01-01T00:00")]
    [InlineData("0 0 1 1 ? 2026/2", "2026-01-01T00:00", "2028-01-01T00:00 2030-01-01T00:00")]
    [InlineData("59 23 31 12 ? *", "2026-12-31T23:59", "2027-12-31T23:59")]
    [InlineData("  0   0  1  1  ?  2027 ", "2026-12-31T23:59", "2027-01-01T00:00")]
    public void Times_are_those_of_the_fields(string fields, string after, string expected) =>
        Assert.Equal(expected, Following(fields, "UTC", after, expected.Split(' ').Length));

    [Theory]
    [InlineData("30 2 * * ? *", "2026-03-28T12:00", "2026-03-30T00:30 2026-03-31T00:30")] // 02:30 does not exist on the 29th
    [InlineData("0 3 * * ? *", "2026-03-28T12:00", "2026-03-29T01:00 2026-03-30T01:00")]
    [InlineData("30 2 * * ? *", "2026-10-24T12:00", "2026-10-25T00:30 2026-10-26T01:30")] // 02:30 comes twice on the 25th
    [InlineData("0/30 * * * ? *", "2026-03-29T00:29", "2026-03-29T00:30 2026-03-29T01:00 2026-03-29T01:30")]
    [InlineData("0/30 * * * ? *", "2026-10-24T23:59", "2026-10-25T00:00 2026-10-25T00:30 2026-10-25T02:00")] // not in the hour that comes again
    [InlineData("0 0 * * ? *", "2026-07-01T00:00", "2026-07-01T22:00 2026-07-02T22:00")]
    [InlineData("0 0 L * ? *", "2026-01-30T22:00", "2026-01-30T23:00 2026-02-27T23:00 2026-03-30T22:00")]
    public void Local_times_left_out_are_skipped_and_repeated_ones_come_once(string fields, string after, string expected) =>
        Assert.Equal(expected, Following(fields, "Europe/Berlin", after, expected.Split(' ').Length));

    [Theory]
    [InlineData("0 0 30 2 ? *")]
    [InlineData("0 0 1 1 ? 2020")]
    [InlineData("0 0 31W 2 ? *")]
    public void What_never_comes_ends(string fields) => Assert.Equal("", Following(fields, "UTC", "2026-01-01T00:00", 3));

    [Theory]
    [InlineData("* * * * ?", "a cron expression has six fields (minutes, hours, day of month, month, day of week, year), and '* * * * ?' has 5")]
    [InlineData("60 * * * ? *", "'60' is no value of the field 'minutes', which goes from 0 to 59")]
    [InlineData("* 24 * * ? *", "'24' is no value of the field 'hours', which goes from 0 to 23")]
    [InlineData("* * 0 * ? *", "'0' is no value of the field 'day of month', which goes from 1 to 31")]
    [InlineData("* * * 13 ? *", "'13' is no value of the field 'month', which goes from 1 to 12")]
    [InlineData("* * ? * 8 *", "'8' is no value of the field 'day of week', which goes from 1 to 7")]
    [InlineData("* * * * ? 1969", "'1969' is no value of the field 'year', which goes from 1970 to 2199")]
    [InlineData("* * * * * *", "one of day of month and day of week must be '?'")]
    [InlineData("* * 1 * 1 *", "one of day of month and day of week must be '?'")]
    [InlineData("* * ? * ? *", "only one of day of month and day of week can be '?'")]
    [InlineData("? * * * ? *", "'?' is no value of the field 'minutes', which goes from 0 to 59")]
    [InlineData("0/0 * * * ? *", "'0/0' in the field 'minutes' needs a step from 1 to 59 behind '/'")]
    [InlineData("0/60 * * * ? *", "'0/60' in the field 'minutes' needs a step from 1 to 59 behind '/'")]
    [InlineData("* * ? * 2#6 *", "the day of week '2#6' must have a number from 1 to 5 behind '#'")]
    [InlineData("* * ? * 2/2 *", "the day of week '2/2' cannot have steps")]
    [InlineData("* * 1W,15W * ? *", "'1W,15' is no value of the field 'day of month', which goes from 1 to 31")]
    [InlineData("* * L,L * ? *", "the day of month 'L,L' names the last day twice")]
    [InlineData("1,,2 * * * ? *", "'' is no value of the field 'minutes', which goes from 0 to 59")]
    [InlineData("* * * ABC ? *", "'ABC' is no value of the field 'month', which goes from 1 to 12")]
    public void A_wrong_field_is_named(string fields, string message) =>
        Assert.Equal(message, Assert.Throws<ScheduleException>(() => CronParser.Parse(fields)).Message);

    private static string Following(string fields, string zone, string after, int count)
    {
        var cron = new CronExpression(CronParser.Parse(fields), TimeZoneInfo.FindSystemTimeZoneById(zone));
        DateTimeOffset? next = DateTimeOffset.Parse($"{after}:00Z", CultureInfo.InvariantCulture);
        var times = new List<string>();
        for (var i = 0; i < count && next is { } last && (next = cron.NextAfter(last)) is not null; i++)
        {
            times.Add(next!.Value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        }

        return string.Join(' ', times);
    }
}
