using Patterns.Aws;
using Patterns.Periodical;
using Patterns.Tables;

namespace Periodical.Functions;

/// <summary>
/// Closes the books of the minutes since the last close. The close takes effect together with the tick's being done, so that every
/// sale is in one close, however often the tick comes. Three functions are this class, each with a catch-up policy of its own.
/// </summary>
public sealed class CloseMinute() : PeriodicalHandler(new PeriodicalOptions
{
    Table = Books,
    Schedule = TickSchedule.Every(TimeSpan.FromMinutes(1)),
    Name = Environment.GetEnvironmentVariable("NAME")!,
    CatchUp = Enum.Parse<CatchUp>(Environment.GetEnvironmentVariable("CATCH_UP")!),
    Lease = TimeSpan.FromSeconds(3),
    MaxAttempts = 20,
})
{
    private static ITable Books { get; } = Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    protected override async ValueTask RunAsync(TickContext tick)
    {
        var from = tick.PreviousTime ?? tick.ScheduledTime.AddMinutes(-1);
        var sales = await SumAsync(from, tick.ScheduledTime, tick.CancellationToken);
        tick.Enlist(new TableUpdate(new($"closes/{tick.Name}", Text(tick.ScheduledTime))).Set("from", Text(from)).Add("sales", sales).Add("times", 1));
        tick.Enlist(new TableUpdate(new("accounts", tick.Name)).Add("sales", sales).Add("closes", 1));
    }

    /// <summary>The sales of the minutes from one moment to the one before another.</summary>
    private static async Task<decimal> SumAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var query = new TableQuery("sales") { SortFrom = Text(from), SortTo = Text(to.AddMinutes(-1)) };
        var sum = 0m;
        await foreach (var minute in Books.QueryAsync(query, cancellationToken))
        {
            sum += minute["amount"]!.GetDecimal();
        }

        return sum;
    }

    private static string Text(DateTimeOffset moment) => $"{moment.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
}
