using Patterns.Aws;
using Patterns.Periodical;
using Patterns.Tables;

namespace Snippets;

internal static class Sales
{
    public static Task<decimal> SumAsync(DateTimeOffset? from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(from < to ? 1m : 0m);
    }
}

// snippet: periodical
public sealed class CloseDay() : PeriodicalHandler(new PeriodicalOptions
{
    Table = Table.From(Environment.GetEnvironmentVariable("TABLE")!),
    Schedule = TickSchedule.Cron("30 2 * * ? *", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")),
    Name = "close-day",
    CatchUp = CatchUp.All,
})
{
    protected override async ValueTask RunAsync(TickContext tick)
    {
        var sales = await Sales.SumAsync(tick.PreviousTime, tick.ScheduledTime, tick.CancellationToken);

        // Takes effect together with the tick's being done, or not at all.
        tick.Enlist(new TableUpdate(new("closes", tick.TickId)).Set("sales", sales));
    }
}
// end
