using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>What tests of rebuilds begin with, do in the middle, and expect in the end.</summary>
internal static class RebuildSteps
{
    public static async Task StartAsync(ViewsUnderTest views)
    {
        await views.Bank.DepositAsync("a", 1, 2);
        await views.Bank.DepositAsync("b", 4);
        Assert.Empty(await ViewsUnderTest.DeliverAsync(views.Projector(gate: null), views.Bank.Table.TakeChanges()));
    }

    public static async Task ChangeAsync(ViewsUnderTest views)
    {
        await views.Bank.DepositAsync("a", 10);
        await views.Bank.DepositAsync("c", 20);
        Assert.Empty(await ViewsUnderTest.DeliverAsync(views.Projector(null, 1, 2), views.Bank.Table.TakeChanges()));
    }

    public static async Task FillAsync(ViewsUnderTest views, int accounts)
    {
        for (var account = 0; account < accounts; account++)
        {
            await views.Bank.DepositAsync($"account-{account}", 1);
        }
    }

    public static ValueTask<RebuildProgress> RebuildAsync(ViewsUnderTest views, string view, int version) =>
        views.Projector(null, 1, 2).RebuildAsync(view, version, CancellationToken.None, CancellationToken.None);

    public static async Task DieBeforeTheSwitchAsync(ViewsUnderTest views)
    {
        // What is written when all shards are done is the switch.
        var table = new WatchedTable(views.Table) { Before = call => call == "write" && IsWalked(views) ? throw new ProcessKilledException("Killed.") : default };
        var projector = views.Projector(new BalanceProjection(table, 1), new BalanceProjection(table, 2));

        await Assert.ThrowsAsync<ProcessKilledException>(async () => await projector.RebuildAsync("balances", 2, default, default));

        Assert.Equal(1, await ViewsUnderTest.Balances(views.Table).GetLiveVersionAsync(default));
    }

    public static async Task CheckBalanceAsync(ViewsUnderTest views, int version)
    {
        var balances = ViewsUnderTest.Balances(views.Table);
        Assert.Equal(version, await balances.GetLiveVersionAsync(default));
        Assert.Equal(new AccountView(13 * version, 3), (await balances.FindAsync(new("a"), default))!.Value);
    }

    private static bool IsWalked(ViewsUnderTest views) => views.Table.Items.Count(item => item["done"] == true && item.Key.Partition == "view#balances#2#rebuild") == 16;
}
