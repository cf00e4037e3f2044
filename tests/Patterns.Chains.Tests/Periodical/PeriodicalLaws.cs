using Patterns.Periodical;

namespace Patterns.Chains.Tests.Periodical;

/// <summary>Ten thousand ticks over changes of the clocks, leap days and month ends, with duplicates, late events, outages and deaths.</summary>
public sealed class PeriodicalLaws
{
    private const int Ticks = 10_000;
    private const int FewerTicks = 2_000;

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static TheoryData<string, CatchUp> Cases
    {
        get
        {
            var cases = new TheoryData<string, CatchUp>();
            foreach (var schedule in new[] { "daily", "month end", "half hours" })
            {
                foreach (var policy in Enum.GetValues<CatchUp>())
                {
                    cases.Add(schedule, policy);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_due_tick_counts_exactly_as_its_policy_says(string name, CatchUp policy)
    {
        var random = new Random(17);
        var (schedule, clockTimes) = ScheduleOf(name);
        var all = clockTimes.Take(name == "daily" ? Ticks : FewerTicks).ToList();
        var rig = new TickRig(all[0]) { Schedule = schedule, CatchUp = policy };
        var expected = new List<DateTimeOffset>();
        var seen = 0;
        for (var index = 0; index < all.Count; index++)
        {
            var isOutage = index % 50 is > 10 and < 14 && index > 0;
            if (isOutage || (random.Next(20) == 0 && index > 0))
            {
                continue;
            }

            rig.Time.Advance(all[index] + TimeSpan.FromSeconds(random.Next(1, 50)) - rig.Time.GetUtcNow());
            await DeliverAsync(rig, all[index], random);
            expected.AddRange(Expected(all, seen, index, policy));
            seen = index + 1;
            if (random.Next(3) == 0)
            {
                await rig.DeliverAsync(all[Math.Max(0, index - random.Next(5))]);
            }
        }

        Assert.Equal(expected, rig.Effects().Select(effect => effect.Tick).Order());
        Assert.All(rig.Effects(), effect => Assert.Equal(1, effect.Count));
    }

    /// <summary>Now and then the process dies on the way, and the platform tries again.</summary>
    private static async Task DeliverAsync(TickRig rig, DateTimeOffset tick, Random random)
    {
        if (random.Next(10) == 0)
        {
            await Record.ExceptionAsync(() => rig.DeliverAsync(tick, new KillAtStep(random.Next(12))));
            rig.Time.Advance(TimeSpan.FromSeconds(60));
        }

        await rig.DeliverAsync(tick);
    }

    /// <summary>What the policy makes of the ticks that nobody has seen to, up to the one of the event, which comes in time.</summary>
    private static IEnumerable<DateTimeOffset> Expected(List<DateTimeOffset> all, int from, int through, CatchUp policy) => policy switch
    {
        CatchUp.All => all[from..(through + 1)],
        _ => [all[through]],
    };

    /// <summary>The schedule, and its ticks as a walk over all minutes finds them that a clock shows.</summary>
    private static (TickSchedule Schedule, IEnumerable<DateTimeOffset> Ticks) ScheduleOf(string name) => name switch
    {
        "daily" => (TickSchedule.Daily(new TimeOnly(2, 30), Berlin), Walk("1999-01-01T00:30Z", 30, static local => local is { Hour: 2, Minute: 30 })),
        "month end" => (TickSchedule.Cron("0 0/3 L * ? *", Berlin), Walk("2000-01-31T02:00Z", 60, static local => local.AddDays(1).Day == 1 && local.Hour % 3 == 0)),
        _ => (TickSchedule.Cron("0/30 * * * ? *", Berlin), Walk("2026-03-01T00:00Z", 30, static _ => true)),
    };

    private static IEnumerable<DateTimeOffset> Walk(string start, int minutes, Func<DateTime, bool> isDue)
    {
        var shown = new HashSet<DateTime>();
        for (var moment = DateTimeOffset.Parse(start); ; moment = moment.AddMinutes(minutes))
        {
            var local = TimeZoneInfo.ConvertTime(moment, Berlin).DateTime;
            if (isDue(local) && shown.Add(local))
            {
                yield return moment;
            }
        }
    }
}
