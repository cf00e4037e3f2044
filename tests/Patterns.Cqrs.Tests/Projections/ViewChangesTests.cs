using System.Collections.Concurrent;
using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

public sealed class ViewChangesTests
{
    private readonly ViewsUnderTest _views = new();

    [Fact]
    public async Task The_stream_of_the_views_table_tells_of_every_row_that_is_written_and_removed()
    {
        await _views.Bank.Accounts().HandleAsync("a", new("c1", 5), null, default);
        await _views.Bank.Accounts().HandleAsync("a", new("c2", -5), null, default);
        foreach (var change in _views.Bank.Table.TakeChanges())
        {
            await ViewsUnderTest.DeliverAsync(_views.Projector(gate: null), [change]);
        }

        var pusher = new Pusher("journal");
        Assert.Empty((await pusher.FunctionHandler(Events.DynamoDb(_views.Table.Changes), new FakeLambdaContext())).FailedIds());

        Assert.Equal(
            ["of-a/000001 5 1 of a", "of-a/000002 -5 2 of a", "rich/a 5 1 of a", "rich/a removed 1 of a"],
            pusher.Seen.Select(change => $"{change.Key} {change.Value?.Balance.ToString() ?? "removed"} {change.Version} of {change.AggregateId}").Order(StringComparer.Ordinal));
        Assert.All(pusher.Seen, change => Assert.Equal(1, change.ViewVersion));
        Assert.All(pusher.Seen, change => Assert.Equal(_views.Bank.Time.GetUtcNow(), change.At));
    }

    [Fact]
    public async Task A_row_of_another_form_is_poison()
    {
        var item = new TableItem(new("p", "s")) { ["cqrsItem"] = "view-row", ["view"] = "journal", ["data"] = 5 };
        await _views.Table.PutAsync(item, default);
        await _views.Table.PutAsync(new TableItem(new("p", "t")) { ["cqrsItem"] = TableValue.ListOf("view-row"), ["view"] = TableValue.MapOf([new("view", "journal")]) }, default);

        var reply = await new Pusher("journal").FunctionHandler(Events.DynamoDb(_views.Table.Changes), new FakeLambdaContext());

        Assert.Single(reply.FailedIds());
    }

    private sealed class Pusher(string view) : RecordHandler<ViewChange<AccountView>?>(
        ViewChanges.Of(view, AccountViewJson.Default.AccountView),
        new RecordHandlerOptions { PartitionKeyName = "pk" })
    {
        public ConcurrentQueue<ViewChange<AccountView>> Seen { get; } = new();

        protected override ValueTask HandleAsync(ViewChange<AccountView>? message, RecordContext context)
        {
            if (message is not null)
            {
                Seen.Enqueue(message);
            }

            return ValueTask.CompletedTask;
        }
    }
}
